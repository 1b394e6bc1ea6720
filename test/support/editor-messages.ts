/** What a hub of editors in a process of its own is started with. */
export interface EditorOrders {
  readonly settings: Readonly<Record<string, string>>;
  /** It kills itself at the n-th event of a store command. */
  readonly killAt: number;
}

/** A step that was acknowledged; only saves have a title. */
export interface Acknowledged {
  readonly id: string;
  readonly revision: number;
  readonly title: string | null;
}

export type FromEditor =
  /** How many editions of one family are in force soon after the start; one if none is public. */
  { readonly inForce: number } | Acknowledged;
