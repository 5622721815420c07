// gray-matter wraps its input with `Buffer.from` to keep an `orig` that nothing here reads. Obsidian on mobile has no
// Buffer, so the bundler puts this in its place.
export const identity = (value) => value;
