/** Code for Obsidian's `eval`, without blanks, backslashes or line ends: the app's command line has uses of its own for those. */

/** What the app answers with: the result, so encoded that nothing on the way changes it. */
const ANSWER = /RNPROOF:([^\s:]*):/;

/** Code that runs an expression in the app and prints its value. */
export function codeOf(expression) {
  const encoded = Buffer.from(expression).toString('base64');
  return `eval(new(TextDecoder)().decode(Uint8Array.from(atob('${encoded}'),(c)=>c.charCodeAt(0))))`;
}

/** Code that starts a proof: `eval` need not wait for promises, so the end of it is kept on the window. */
export function startCode(proof, toolsSource) {
  return codeOf(`(() => {
    window.rnProof = { done: false };
    const prove = ({ ${methodSource(proof.prove)} }).prove;
    Promise.resolve().then(() => prove(app, ${toolsSource})).then(
      () => { window.rnProof = { done: true, error: null }; },
      (error) => { window.rnProof = { done: true, error: String(error && error.message || error) }; },
    );
    return 'RNPROOF:started:';
  })()`);
}

/** Code that asks how the proof stands. */
export const ASK_CODE = codeOf(`'RNPROOF:' + encodeURIComponent(JSON.stringify(window.rnProof || null)).replaceAll("'", '%27') + ':'`);

/** The source of the tools of the plugin's proofs, which hold those of the app's. */
export function toolsSource(proofTools, pluginTools, notices) {
  return `(${pluginTools.toString()})((${proofTools.toString()})(), ${JSON.stringify(notices)})`;
}

/** What the app printed in answer to `ASK_CODE`: `{ done, error }`; null where it answered something else. */
export function readAnswer(output) {
  const answer = ANSWER.exec(output)?.[1];
  if (answer === undefined || answer === 'started') return null;
  try {
    return JSON.parse(decodeURIComponent(answer));
  } catch {
    return null;
  }
}

/** `async prove(…) {…}` as it stands in an object; a function elsewhere would be written as a property. */
function methodSource(method) {
  const source = method.toString();
  return /^async\s+prove\b/.test(source) ? source : `prove: ${source}`;
}
