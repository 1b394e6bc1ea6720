import { getDocumentProxy } from 'unpdf';

/** The words of a PDF, page by page until there are enough. */
export async function pdfText(
  bytes: Buffer,
  limits: { readonly pages: number; readonly characters: number },
): Promise<string> {
  const pdf = await getDocumentProxy(new Uint8Array(bytes), {
    isEvalSupported: false,
    verbosity: 0,
  });
  const last = Math.min(pdf.numPages, limits.pages);
  const found: string[] = [];
  let characters = 0;
  for (let number = 1; number <= last && characters < limits.characters; number += 1) {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent();
    const text = items
      .map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : ''))
      .join('');
    page.cleanup();
    found.push(text);
    characters += text.length;
  }
  return found.join('\n\n');
}
