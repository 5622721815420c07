// The half of js-yaml that reads. The plugin writes YAML line by line and never dumps, and always names its schema,
// so neither the dumper nor the default schema is shipped: 20 KB less for every phone to parse.
export { default as YAMLException } from '../../node_modules/js-yaml/lib/exception.js';
export { default as FAILSAFE_SCHEMA } from '../../node_modules/js-yaml/lib/schema/failsafe.js';
export { default as Type } from '../../node_modules/js-yaml/lib/type.js';
import loader from '../../node_modules/js-yaml/lib/loader.js';

export const { load } = loader;
