// Compiles on every change and starts the hub again: npm run dev.
import { spawn } from 'node:child_process';

const run = (command, ...args) => spawn(command, args, { stdio: 'inherit' });
const compiler = run('npx', 'tsc', '-p', 'tsconfig.json', '--watch', '--preserveWatchOutput');
const hub = run(process.execPath, '--watch', 'bin/saberes.js', 'serve');

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    compiler.kill(signal);
    hub.kill(signal);
  });
}
hub.on('exit', () => compiler.kill());
