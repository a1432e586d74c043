// SPDX-License-Identifier: Apache-2.0
import type { ComponentChildren } from 'preact';
import { Lock } from '../icons.tsx';

/** A whole row that is pressed: the box, its words, and a hint. Nothing is chosen for the person. */
export const Choice = ({
  type,
  name,
  value,
  label,
  hint,
  checked,
  onChange,
}: {
  type: 'radio' | 'checkbox';
  name: string;
  value: string;
  label: string;
  hint?: string;
  checked: boolean;
  onChange: () => void;
}) => (
  <label class="choice">
    <input type={type} name={name} value={value} checked={checked} onChange={onChange} />
    <span>
      {label}
      {hint ? <span class="hint">{hint}</span> : null}
    </span>
  </label>
);

/** What is missing or wrong, on top, with a link to the field. */
export const Errors = ({ problem, field }: { problem: string | undefined; field: string }) =>
  problem === undefined ? null : (
    <div class="errors" role="alert">
      <h2>Please look at this again</h2>
      <p>
        <a href={`#${field}`}>{problem}</a>
      </p>
    </div>
  );

export const Actions = ({ onSkip, children }: { onSkip: () => void; children?: ComponentChildren }) => (
  <>
    <div class="actions">
      <button class="button" type="submit">
        Continue
      </button>
      {children}
      <button class="link" type="button" onClick={onSkip}>
        Skip this question
      </button>
      <a class="textlink" href="/path/guidance/">
        Stop here and see my answer
      </a>
    </div>
    <p class="private">
      <Lock />
      <span>Saved on this device as you go. Sent nowhere.</span>
    </p>
  </>
);
