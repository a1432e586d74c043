// SPDX-License-Identifier: Apache-2.0
import { useState } from 'preact/hooks';
import { ask } from '../answering/client.ts';
import { today, type Known } from '../navigator.ts';
import { maySend, type Client } from '../smart/connect.ts';
import { reason } from '../smart/read.ts';
import { sendVisit } from '../smart/send.ts';
import { live } from '../storage.ts';

type Stage =
  { at: 'start' } | { at: 'sure' } | { at: 'sending' } | { at: 'sent'; to?: string } | { at: 'failed'; why: string };

/** Asks once more, with what would go and to whom. */
const Sure = ({ what, onYes, onNo }: { what: string; onYes: () => void; onNo: () => void }) => (
  <>
    <p>{what}</p>
    <div class="actions">
      <button class="button" type="button" onClick={onYes}>
        Yes, send it
      </button>
      <button class="button-quiet" type="button" onClick={onNo}>
        Do not send
      </button>
    </div>
  </>
);
const wordsOf = (stage: Stage, host: string): string =>
  stage.at === 'sending'
    ? 'Sending.'
    : stage.at === 'sent'
      ? `Sent to ${host}${stage.to === undefined ? '' : ` as ${stage.to}`}.`
      : stage.at === 'failed'
        ? `${host} did not take it (${stage.why}). Nothing was changed here; you can try again.`
        : '';

type Given = { known: Known; client: Client; host: string; onAsk: () => Promise<void> };
/** Sends the visit to the record: only after it was said what would go, and to whom, and that was agreed to. */
export const Send = ({ known, client, host, onAsk }: Given) => {
  const [stage, setStage] = useState<Stage>({ at: 'start' });
  const entries = live(known.kept.entries);
  const dated = entries.filter(({ kind }) => kind !== 'fact').length;
  const send = async (): Promise<void> => {
    setStage({ at: 'sending' });
    try {
      const open = known.kept.unanswered.map(({ fact }) => fact);
      const to = await sendVisit(
        client,
        await ask('visitBundle', { entries: known.kept.entries, open, today: today() }),
      );
      setStage({ at: 'sent', ...(to === undefined ? {} : { to }) });
    } catch (error) {
      setStage({ at: 'failed', why: reason(error) });
    }
  };
  const may = maySend(client);
  return (
    <section class="flow" id="send">
      <h2>Send this visit to the record</h2>
      {stage.at === 'start' || stage.at === 'failed' ? (
        <>
          <p>Nothing is sent unless you ask.{may ? '' : ' Your record will ask whether you allow it.'}</p>
          <div class="actions">
            <button class="button-quiet" type="button" onClick={() => (may ? setStage({ at: 'sure' }) : void onAsk())}>
              Send this visit to my record
            </button>
          </div>
        </>
      ) : null}
      {stage.at === 'sure' ? (
        <Sure
          what={`To ${host} would go: ${Object.keys(known.patient).length} answers, ${dated} dated entries, and today’s guidance.`}
          onYes={() => void send()}
          onNo={() => setStage({ at: 'start' })}
        />
      ) : null}
      <p role="status">{wordsOf(stage, host)}</p>
    </section>
  );
};
