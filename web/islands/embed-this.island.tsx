import { offerCopies } from './copy-buttons.js';

/** Shows what changes at once; without this, the form's button does. */
const form = document.querySelector<HTMLFormElement>('[data-embed-form]');
let turn = 0;

const part = (within: ParentNode, name: string) =>
  within.querySelector<HTMLElement>(`[data-embed-part="${name}"]`);

async function refresh(form: HTMLFormElement, isOtherChoice: boolean): Promise<void> {
  turn += 1;
  const own = turn;
  const values = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    if (typeof value === 'string' && value !== '') values.append(name, value);
  }
  const address = `${form.action}?${values}`;
  const answer = await fetch(address);
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  // Whoever chose again meanwhile waits for a later answer.
  if (own !== turn || !answer.ok) return;
  history.replaceState(null, '', address);
  if (isOtherChoice) replace('choice', page);
  replace('result', page);
  offerCopies(part(document, 'result') ?? document);
}

function replace(name: string, page: Document): void {
  const fresh = part(page, name);
  if (fresh) part(document, name)?.replaceChildren(...fresh.childNodes);
}

/** Pixels that the page keeps free for the preview: nothing below it moves. */
const ROOM = 480;

/** The preview says how high it is, as it says it to any site. */
function fit({ origin, source, data }: MessageEvent): void {
  const frame = document.querySelector<HTMLIFrameElement>('#preview-frame');
  if (!frame || origin !== location.origin || source !== frame.contentWindow) return;
  if (data?.type === 'saberes:height') frame.height = String(Math.min(Number(data.height), ROOM));
}

addEventListener('message', fit);
offerCopies(document);
form?.addEventListener('change', ({ target }) => {
  const isOtherChoice = target instanceof HTMLSelectElement && target.name === 'what';
  void refresh(form, isOtherChoice).catch(() => {});
});
