import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';

/** Ends the server also when this process is killed and can do nothing more itself: its end closes the pipe. */
export function spawnGuard(child: ChildProcess): ChildProcess {
  const program = `process.stdin.resume().on('close', () => { try { process.kill(${child.pid}, 'SIGKILL'); } catch {} process.exit(); });`;
  const guard = spawn(process.execPath, ['-e', program], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  });
  guard.unref();
  return guard;
}

/** A port that nothing listened on a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('No free port on loopback.');
  return address.port;
}
