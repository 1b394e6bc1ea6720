// Compiles on every change and starts the hub again: npm run dev.
import { spawn } from 'node:child_process';
import { watch } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Several files change at once when the compiler writes. */
const SETTLE_MS = 300;
/** What a running hub has read: compiled code, built files, texts, operations. */
const WATCHED = ['dist', 'web/texts', 'schema/operations'];

const root = fileURLToPath(new URL('../', import.meta.url));
const run = (command, ...args) => spawn(command, args, { cwd: root, stdio: 'inherit' });
const builders = [
  run('npx', 'tsc', '-p', 'tsconfig.json', '--watch', '--preserveWatchOutput'),
  run(process.execPath, 'scripts/build-web.js', '--watch'),
];

let building;

/** Vite does not watch what it does not write itself. */
watch(`${root}web/widget`, { recursive: true }, () => {
  clearTimeout(building);
  building = setTimeout(() => run(process.execPath, 'scripts/build-widget.js'), SETTLE_MS);
});

let hub = startHub();
let settling;
let isStopping = false;

function startHub() {
  const started = run(process.execPath, 'dist/cli/main.js', 'serve');
  started.once('exit', (code) => {
    if (code) process.stderr.write('The hub ended; it starts again at the next change.\n');
  });
  return started;
}

function restart() {
  const next = () => {
    if (!isStopping) hub = startHub();
  };
  if (hub.exitCode !== null || hub.signalCode !== null) return next();
  hub.once('exit', next);
  hub.kill('SIGTERM');
}

for (const folder of WATCHED) {
  watch(`${root}${folder}`, { recursive: true }, (_event, file) => {
    if (file?.endsWith('.tsbuildinfo')) return;
    clearTimeout(settling);
    settling = setTimeout(restart, SETTLE_MS);
  });
}

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    isStopping = true;
    for (const child of [...builders, hub]) child.kill(signal);
    hub.once('exit', () => process.exit(0));
  });
}
