// Stands in for kind-of. gray-matter asks it only whether a value is an object, a string or a Buffer, and is given
// strings; the package itself knows forty kinds.
'use strict';

module.exports = function kindOf(value) {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
};
