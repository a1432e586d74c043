// SPDX-License-Identifier: Apache-2.0
/** Between what a person knows and what stands in papers: a good place to stop. */
export const Papers = ({ left, onGoOn }: { left: number; onGoOn: () => void }) => (
  <div class="flow">
    <h1 tabIndex={-1}>That is all you can answer by heart</h1>
    <p class="lead">Your answer is ready. What is left stands in letters and test results.</p>
    <p>
      {left === 1 ? 'One result' : `At most ${left} results`} could still change something. If you have letters at hand,
      go on. If not, your answer says what to ask for.
    </p>
    <div class="actions">
      <a class="button" href="/path/guidance/">
        See your guidance
      </a>
      <button class="link" type="button" onClick={onGoOn}>
        Go on with letters and results
      </button>
    </div>
  </div>
);

/** Nothing that can be asked could change the answer. */
export const Done = ({ open, onAgain }: { open: number; onAgain: () => void }) => (
  <div class="flow">
    <h1 tabIndex={-1}>There is nothing more to ask</h1>
    <p class="lead">
      {open
        ? `You left ${open === 1 ? 'one fact' : `${open} facts`} open. What waits for them says so.`
        : 'Nothing else could change the answer.'}
    </p>
    <div class="actions">
      <a class="button" href="/path/guidance/">
        See your guidance
      </a>
      {open ? (
        <button class="link" type="button" onClick={onAgain}>
          Ask the open ones again
        </button>
      ) : null}
    </div>
  </div>
);
