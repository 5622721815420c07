// Stands in for `fs`, which gray-matter requires for its `read`; the project never calls that.
'use strict';

module.exports = {};
