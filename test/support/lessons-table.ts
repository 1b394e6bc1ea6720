import writeXlsxFile from 'write-excel-file/node';
import { openTable } from '../../server/tables/open-table.js';
import type { TestHub } from './start-test-hub.js';
import type { TableFiles } from './table-files.js';

const TOPICS = [
  'pozos',
  'vacunas',
  'bombas',
  'escuelas',
  'puentes',
  'semillas',
  'radios',
  'carpas',
  'mapas',
  'rutas',
];

const lessonAbout = (topic: string): Readonly<Record<string, string>> => ({
  Tipo: 'Lección aprendida',
  Idioma: 'Español',
  'Identificador propio': `leccion-${topic}`,
  Título:
    topic === 'vacunas'
      ? 'Refrigeradores para las vacunas'
      : `Qué enseñaron los ${topic} en la sequía`,
  Resumen: `Lo que se aprendió sobre ${topic}.`,
  'La lección': `Los ${topic} se revisan antes de la sequía.`,
  Temas: 'Salud',
});

const toCell = (value: string) => (value === '' ? null : { value, type: String });

/** Ten lessons in the template that the hub offers, as a spreadsheet program saves it. */
export async function lessonsTable(hub: TestHub, files: TableFiles): Promise<Buffer> {
  const address = `${hub.url}/es/import/template.xlsx?kind=LESSON_LEARNED`;
  const template = Buffer.from(await (await fetch(address)).arrayBuffer());
  const headings = (await openTable(await files.write('template.xlsx', template))).headings ?? [];
  // A heading has a star where something is needed.
  const rows = TOPICS.map(lessonAbout).map((lesson) =>
    headings.map((heading) => lesson[heading.replace(' *', '')] ?? ''),
  );
  return writeXlsxFile([{ data: [headings, ...rows].map((row) => row.map(toCell)) }]).toBuffer();
}
