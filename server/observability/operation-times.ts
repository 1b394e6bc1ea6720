const NAME = 'saberes_graphql_seconds';
const HELP = 'Time to answer a GraphQL request, by way: kept, known, apollo, embed or document.';
const BUCKETS = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

interface Series {
  readonly labels: string;
  /** How many took no longer than each bucket and longer than the one before; the last: longer. */
  readonly counts: number[];
  seconds: number;
}

/**
 * A Prometheus histogram of a few series. Of our own, because giving a kept answer again takes
 * microseconds, and the general one's labels for each observation take as long.
 */
export class OperationTimes {
  private readonly byWay = new Map<string, Map<number, Series>>();

  observe(way: string, status: number, seconds: number): void {
    const series = this.byWay.get(way)?.get(status) ?? this.add(way, status);
    let bucket = 0;
    while (bucket < BUCKETS.length && seconds > (BUCKETS[bucket] as number)) bucket += 1;
    series.counts[bucket] = (series.counts[bucket] as number) + 1;
    series.seconds += seconds;
  }

  /** As Prometheus reads it. */
  expose(): string {
    const series = [...this.byWay.values()].flatMap((byStatus) => [...byStatus.values()]);
    const head = [`# HELP ${NAME} ${HELP}`, `# TYPE ${NAME} histogram`];
    return `${[...head, ...series.flatMap(linesOf)].join('\n')}\n`;
  }

  private add(way: string, status: number): Series {
    const byStatus = this.byWay.get(way) ?? new Map<number, Series>();
    this.byWay.set(way, byStatus);
    const counts = Array.from({ length: BUCKETS.length + 1 }, () => 0);
    const series = { labels: `way="${way}",status="${status}"`, counts, seconds: 0 };
    byStatus.set(status, series);
    return series;
  }
}

function linesOf({ labels, counts, seconds }: Series): string[] {
  let total = 0;
  const buckets = [...BUCKETS, '+Inf'].map((bound, index) => {
    total += counts[index] ?? 0;
    return `${NAME}_bucket{le="${bound}",${labels}} ${total}`;
  });
  return [...buckets, `${NAME}_sum{${labels}} ${seconds}`, `${NAME}_count{${labels}} ${total}`];
}
