/** A matrix in rows of unequal length: column numbers and their values. */
export type SparseRow = { columns: Int32Array; values: Float32Array };

/** Lets others run between two parts of a long calculation. */
export const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

const ROWS_AT_ONCE = 200;

/** Numbers that look normally distributed, the same each time. */
function noise(count: number): Float32Array {
  let state = 7;
  const next = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
    return (state >>> 0) / 4_294_967_296;
  };
  return Float32Array.from(
    { length: count },
    () => Math.sqrt(-2 * Math.log(next() + 1e-12)) * Math.cos(2 * Math.PI * next()),
  );
}

/** Makes columns (each of `size` numbers, one after the other) orthonormal; gives their lengths before. */
async function orthonormal(columns: Float32Array, size: number): Promise<Float32Array> {
  const count = columns.length / size;
  const lengths = new Float32Array(count);
  for (let j = 0; j < count; j += 1) {
    const own = columns.subarray(j * size, (j + 1) * size);
    for (let before = 0; before < j; before += 1) {
      const other = columns.subarray(before * size, (before + 1) * size);
      let shared = 0;
      for (let i = 0; i < size; i += 1) shared += own[i]! * other[i]!;
      for (let i = 0; i < size; i += 1) own[i] = own[i]! - shared * other[i]!;
    }
    let length = 0;
    for (const value of own) length += value * value;
    lengths[j] = Math.sqrt(length);
    for (let i = 0; i < size; i += 1) own[i] = own[i]! / (lengths[j]! || 1);
    if (j % 8 === 7) await breathe();
  }
  return lengths;
}

/** Rows times basis: one vector of `count` numbers a row. */
async function project(rows: SparseRow[], basis: Float32Array, count: number) {
  const size = basis.length / count;
  const out = new Float32Array(rows.length * count);
  for (const [index, { columns, values }] of rows.entries()) {
    for (let entry = 0; entry < columns.length; entry += 1) {
      const column = columns[entry]!;
      const value = values[entry]!;
      for (let j = 0; j < count; j += 1) {
        out[index * count + j] = out[index * count + j]! + value * basis[j * size + column]!;
      }
    }
    if (index % ROWS_AT_ONCE === ROWS_AT_ONCE - 1) await breathe();
  }
  return out;
}

/** Projected rows times the rows again: back to columns. */
async function liftBack(rows: SparseRow[], projected: Float32Array, size: number) {
  const count = projected.length / rows.length;
  const out = new Float32Array(size * count);
  for (const [index, { columns, values }] of rows.entries()) {
    for (let entry = 0; entry < columns.length; entry += 1) {
      for (let j = 0; j < count; j += 1) {
        const at = j * size + columns[entry]!;
        out[at] = out[at]! + values[entry]! * projected[index * count + j]!;
      }
    }
    if (index % ROWS_AT_ONCE === ROWS_AT_ONCE - 1) await breathe();
  }
  return out;
}

/**
 * Short vectors of unit length for the rows of a square matrix: its main directions, found by
 * subspace iteration from a random start (Halko, Martinsson, Tropp 2011), each scaled by the root of
 * its strength. Gives `count` numbers a row, row after row.
 */
export async function termVectors(rows: SparseRow[], count: number): Promise<Float32Array> {
  const size = rows.length;
  let basis: Float32Array = noise(size * count);
  await orthonormal(basis, size);
  let strengths: Float32Array = new Float32Array(count);
  for (let round = 0; round < 2; round += 1) {
    basis = await liftBack(rows, await project(rows, basis, count), size);
    strengths = await orthonormal(basis, size);
  }
  const vectors = await project(rows, basis, count);
  for (let row = 0; row < size; row += 1) {
    const own = vectors.subarray(row * count, (row + 1) * count);
    let length = 0;
    for (let j = 0; j < count; j += 1) {
      // Strengths are of the matrix squared.
      own[j] = own[j]! / (Math.sqrt(Math.sqrt(strengths[j]!)) || 1);
      length += own[j]! * own[j]!;
    }
    const scale = 1 / (Math.sqrt(length) || 1);
    for (let j = 0; j < count; j += 1) own[j] = own[j]! * scale;
  }
  return vectors;
}
