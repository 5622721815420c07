// Stands in for the parts of gray-matter that nothing here calls: writing front matter and cutting a text in sections.
'use strict';

module.exports = function refuse() {
  throw new Error('Front matter is only read.');
};
