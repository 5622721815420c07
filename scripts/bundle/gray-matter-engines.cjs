// Stands in for gray-matter's lib/engines.js, which evaluates `---js` front matter and brings a second js-yaml.
// The project hands gray-matter the one engine it may use; whatever asks for a built-in one is refused.
'use strict';

function refuse() {
  throw new Error('This front matter language is not allowed.');
}

const refused = { parse: refuse, stringify: refuse };

module.exports = { yaml: refused, json: refused, javascript: refused };
