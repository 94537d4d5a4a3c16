/**
 * Aho and Corasick's automaton (1975): finds all of many words in one pass over a text, in time that
 * grows with the text and what is found alone. Built in time that grows with the words' length.
 */
export class Automaton {
  /** Node and unit → node, by open addressing: one table instead of a map per node. */
  #keys: Float64Array;
  #values: Int32Array;
  #mask: number;
  readonly #fail: Int32Array;
  /** The word that ends at a node, or -1; and the next node on the way of failure where one ends. */
  readonly #word: Int32Array;
  readonly #output: Int32Array;
  readonly #lengths: readonly number[];
  #nodes = 1;

  constructor(words: readonly string[]) {
    const most = words.reduce((sum, word) => sum + word.length, 1);
    let size = 16;
    while (size < most * 2) size *= 2;
    this.#mask = size - 1;
    this.#keys = new Float64Array(size);
    this.#values = new Int32Array(size);
    this.#fail = new Int32Array(most);
    this.#word = new Int32Array(most).fill(-1);
    this.#output = new Int32Array(most);
    this.#lengths = words.map((word) => word.length);
    const parent = new Int32Array(most);
    const unit = new Uint16Array(most);
    const depth = new Uint16Array(most);
    words.forEach((word, index) => {
      let node = 0;
      for (let place = 0; place < word.length; place += 1) {
        const code = word.charCodeAt(place);
        let next = this.#child(node, code);
        if (next === 0) {
          next = this.#nodes;
          this.#nodes += 1;
          this.#add(node, code, next);
          parent[next] = node;
          unit[next] = code;
          depth[next] = place + 1;
        }
        node = next;
      }
      if (this.#word[node] === -1) this.#word[node] = index;
    });
    this.#link(byDepth(depth.subarray(0, this.#nodes)), parent, unit);
  }

  /** Calls for each word found with its index and where it begins and ends; `false` ends the search. */
  search(text: string, found: (word: number, from: number, to: number) => boolean): void {
    let node = 0;
    for (let place = 0; place < text.length; place += 1) {
      const code = text.charCodeAt(place);
      let next = this.#child(node, code);
      while (next === 0 && node !== 0) {
        node = this.#fail[node]!;
        next = this.#child(node, code);
      }
      node = next;
      let end = this.#word[node]! === -1 ? this.#output[node]! : node;
      for (; end !== 0; end = this.#output[end]!) {
        const word = this.#word[end]!;
        if (!found(word, place + 1 - this.#lengths[word]!, place + 1)) return;
      }
    }
  }

  #slot(key: number): number {
    let slot = (Math.imul(key, 2_654_435_761) >>> 7) & this.#mask;
    while (this.#keys[slot] !== 0 && this.#keys[slot] !== key) slot = (slot + 1) & this.#mask;
    return slot;
  }

  #child(node: number, code: number): number {
    return this.#values[this.#slot(node * 65_536 + code + 1)]!;
  }

  #add(node: number, code: number, value: number): void {
    const key = node * 65_536 + code + 1;
    const slot = this.#slot(key);
    this.#keys[slot] = key;
    this.#values[slot] = value;
  }

  #link(order: Uint32Array, parent: Int32Array, unit: Uint16Array): void {
    for (const node of order) {
      if (node === 0 || parent[node] === 0) continue;
      let back = this.#fail[parent[node]!]!;
      let next = this.#child(back, unit[node]!);
      while (next === 0 && back !== 0) {
        back = this.#fail[back]!;
        next = this.#child(back, unit[node]!);
      }
      this.#fail[node] = next;
      this.#output[node] = this.#word[next] === -1 ? this.#output[next]! : next;
    }
  }
}

/** Nodes from the root down: counted into place, since their depths are small numbers. */
function byDepth(depth: Uint16Array): Uint32Array {
  const starts: number[] = [];
  for (const level of depth) starts[level + 1] = (starts[level + 1] ?? 0) + 1;
  for (let level = 1; level < starts.length; level += 1) {
    starts[level] = (starts[level] ?? 0) + (starts[level - 1] ?? 0);
  }
  const order = new Uint32Array(depth.length);
  depth.forEach((level, node) => {
    const place = starts[level] ?? 0;
    order[place] = node;
    starts[level] = place + 1;
  });
  return order;
}
