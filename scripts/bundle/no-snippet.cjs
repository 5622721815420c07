// Stands in for js-yaml's lib/snippet.js: an error is told by its reason and its line, never with the text around it.
'use strict';

module.exports = () => null;
