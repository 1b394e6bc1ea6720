import { createServer } from 'node:http';
import MiniSearch from 'minisearch';

/** What the parent process sends: answers to serialise and, for search, texts to index. */
interface FloorTask {
  readonly answers: readonly unknown[];
  readonly documents: readonly { readonly id: string; readonly [field: string]: string }[];
  readonly queries: readonly string[];
}

/**
 * The floor: a bare Node HTTP server that serialises the same answers from memory; for search it
 * first asks the bare search library the same question.
 */
process.once('message', (task: FloorTask) => {
  const index = createIndex(task.documents);
  let turn = 0;
  const server = createServer((request, response) => {
    request.resume();
    request.on('end', () => {
      turn += 1;
      if (index) index.search(task.queries[turn % task.queries.length] ?? '');
      const text = JSON.stringify(task.answers[turn % task.answers.length]);
      response.writeHead(200, {
        'content-type': 'application/json; charset=utf-8',
        'content-length': Buffer.byteLength(text),
      });
      response.end(text);
    });
  });
  server.listen(0, '127.0.0.1', () => process.send?.(server.address()));
});

function createIndex(documents: FloorTask['documents']): MiniSearch | null {
  const [first] = documents;
  if (!first) return null;
  const fields = Object.keys(first).filter((field) => field !== 'id');
  const index = new MiniSearch({ fields });
  index.addAll([...documents]);
  return index;
}
