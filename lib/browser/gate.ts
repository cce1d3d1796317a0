/** Keeps what happens in order until the state of before is back; then lets everything through. */
export class Gate {
  readonly opened: Promise<void>;
  #waiting: (() => void)[] | null = [];
  #open: () => void = () => undefined;

  constructor() {
    this.opened = new Promise((done) => {
      this.#open = done;
    });
  }

  run(task: () => void): void {
    if (this.#waiting === null) task();
    else this.#waiting.push(task);
  }

  open(): void {
    const waiting = this.#waiting ?? [];
    this.#waiting = null;
    this.#open();
    for (const task of waiting) task();
  }
}
