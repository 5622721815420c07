/**
 * What the host has of one of the app's classes: any of its members, with their types. A method that hands back its own
 * object may hand back the host's. `on` is left out: the app types each event apart, the host has one method for all.
 */
export type HostOf<T> = {
  [K in Exclude<keyof T, 'on' | 'then'>]?: T[K] extends (...args: infer A) => infer R ? (...args: A) => R extends T ? unknown : R : T[K];
};
