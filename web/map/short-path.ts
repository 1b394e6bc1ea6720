/** The same outline in fewer letters: steps in place of places, no point twice, no ring without area. */
export function shortPath(path: string): string {
  return path
    .split('M')
    .map((ring) => ring.replace('Z', '').split('L').map(toPoint))
    .map(shortRing)
    .join('');
}

type Point = readonly [x: number, y: number];

function toPoint(text: string): Point {
  const [x, y] = text.split(',');
  return [Number(x), Number(y)];
}

function shortRing([start, ...others]: readonly Point[]): string {
  if (!start) return '';
  let [x, y] = start;
  const steps: string[] = [];
  for (const [nextX, nextY] of others) {
    if (nextX === x && nextY === y) continue;
    steps.push(pair(nextX - x, nextY - y));
    [x, y] = [nextX, nextY];
  }
  if (steps.length < 3) return '';
  return `M${pair(...start)}l${steps.join(' ').replaceAll(' -', '-')}z`;
}

const pair = (x: number, y: number): string => (y < 0 ? `${x}${y}` : `${x} ${y}`);
