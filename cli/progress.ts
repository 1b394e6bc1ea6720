import { SingleBar } from 'cli-progress';

export interface Progress {
  update(done: number, total: number): void;
  stop(): void;
}

/** A bar on a terminal; elsewhere a plain line every tenth of the way. */
export function createProgress(title: string): Progress {
  return process.stderr.isTTY ? createBar(title) : createLines(title);
}

function createBar(title: string): Progress {
  const bar = new SingleBar({
    format: `${title} [{bar}] {value}/{total}`,
    clearOnComplete: false,
    hideCursor: true,
    // Its own way of leaving swallows the first Ctrl+C.
    gracefulExit: false,
  });
  const giveCursorBack = (): void => bar.stop();
  let isStarted = false;
  return {
    update(done, total) {
      if (!isStarted) {
        bar.start(total, 0);
        process.once('exit', giveCursorBack);
      }
      isStarted = true;
      bar.update(done);
    },
    stop() {
      if (isStarted) bar.stop();
      process.removeListener('exit', giveCursorBack);
    },
  };
}

function createLines(title: string): Progress {
  let tenths = -1;
  return {
    update(done, total) {
      const reached = total === 0 ? 10 : Math.floor((done / total) * 10);
      if (reached === tenths) return;
      tenths = reached;
      process.stderr.write(`${title}: ${done}/${total}\n`);
    },
    stop() {},
  };
}
