// SPDX-License-Identifier: Apache-2.0
// SMART App Launch: opened by a health record, or by the person. Reads; keeps on this device only when asked; sends only when asked.
import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { ask } from '../answering/client.ts';
import { Choose, Failed, FetchedList, ReadList } from '../components/launch.tsx';
import { Send } from '../components/send-visit.tsx';
import { today, useNavigator, type Known } from '../navigator.ts';
import type { Opened } from '../open-file.ts';
import * as smart from '../smart/connect.ts';
import { hostOf, knownPlaces, placeOf, type Place } from '../smart/places.ts';
import { readRecord, type RecordRead } from '../smart/read.ts';
import { add, forget, turnTo, type Person } from '../storage.ts';

type Connected = { place: Place; client: smart.Client; record: RecordRead; opened: Opened & { ok: true } };
type State =
  | { stage: 'waiting'; words: string }
  | { stage: 'choose'; places: readonly Place[] }
  | { stage: 'failed'; why: string }
  | ({ stage: 'read' } & Connected);

const words = (error: unknown): string => {
  const said = error instanceof Error ? error.message.split('\n')[0] : '';
  return said === undefined || said === ''
    ? 'The record did not answer.'
    : `The record, or the way to it, says: ${said.slice(0, 200)}`;
};

/** Reads the record of a connection that was agreed to. */
async function open(client: smart.Client, places: readonly Place[]): Promise<State> {
  const place = placeOf(places, client.state.serverUrl);
  if (!place) {
    smart.letGo();
    return { stage: 'failed', why: 'This record is not one that this Heliotrope was set up for.' };
  }
  if (client.patient.id === null)
    return { stage: 'failed', why: 'The record did not say whose it is. Choose a person there, then try again.' };
  const record = await readRecord(client);
  const opened = await ask('readFile', JSON.stringify(record.bundle), 'The record', today());
  if (!opened.ok) return { stage: 'failed', why: opened.problem };
  return { stage: 'read', place, client, record, opened };
}

/** What this address asks for: to be connected, to come back, to go on, or to choose. */
async function begin(): Promise<State> {
  const [places, params] = [await knownPlaces(), new URL(location.href).searchParams];
  const iss = params.get('iss');
  if (iss !== null) {
    const place = placeOf(places, iss);
    if (!place)
      return {
        stage: 'failed',
        why: `${hostOf(iss).slice(0, 100)} is not a record that this Heliotrope was set up for.`,
      };
    await smart.askForAccess(place, params.get('launch') ?? undefined, false);
    return { stage: 'waiting', words: `Going to ${hostOf(place.iss)}, where you agree.` };
  }
  const returning = ['code', 'error', 'state'].some((name) => params.has(name));
  return returning || smart.isConnected() ? open(await smart.comeBack(), places) : { stage: 'choose', places };
}

/** The person of a record on this device: kept apart from everybody else here. */
const personOf = ({ client, place }: Connected): Person => ({
  id: `${place.iss}/Patient/${client.patient.id ?? ''}`,
  name: `Record ${client.patient.id ?? ''} at ${hostOf(place.iss)}`,
});

const Kept = ({ known, connected }: { known: Known; connected: Connected }) => {
  const { opened, place, client } = connected;
  const person = personOf(connected);
  const isKept = known.store.person.id === person.id;
  const keep = async (): Promise<void> => {
    const store = await turnTo(known.store, person);
    await add(store, opened.entries);
    known.turn(store);
  };
  const leave = async (): Promise<void> => {
    smart.letGo();
    if (isKept) await forget(known.store, person);
    location.assign('/launch/');
  };
  return (
    <section class="flow">
      {isKept ? (
        <>
          <h2>Read into your path</h2>
          <p role="status">It is kept on this device, apart from anybody else’s answers here.</p>
          <div class="actions">
            <a class="button" href="/path/guidance/">
              See the guidance
            </a>
            <a class="button-quiet" href="/path/">
              Answer what is missing
            </a>
          </div>
          <Send
            known={known}
            client={client}
            host={hostOf(place.iss)}
            onAsk={() => smart.askForAccess(place, undefined, true)}
          />
        </>
      ) : (
        <div class="actions">
          <button class="button" type="button" onClick={() => void keep()}>
            Use this in Heliotrope
          </button>
        </div>
      )}
      <div class="actions">
        <button class="button-quiet" type="button" onClick={() => void leave()}>
          {isKept ? 'Disconnect, and delete it from this device' : 'Disconnect'}
        </button>
      </div>
    </section>
  );
};

const Read = ({ known, connected }: { known: Known; connected: Connected }) => {
  const { place, record, opened } = connected;
  return (
    <div class="flow">
      <h1>What your record says</h1>
      <p class="lead">
        Read from {hostOf(place.iss)}. Check it: a record can be old or wrong. What it does not say stays unknown.
      </p>
      <Kept known={known} connected={connected} />
      <h2>What was asked for</h2>
      <FetchedList fetched={record.fetched} />
      <h2>What was read, and from where</h2>
      <ReadList guideline={known.guideline} entries={opened.entries} />
      {opened.notes.length ? (
        <>
          <h2>To check</h2>
          <ul>
            {opened.notes.map((note) => (
              <li>{note}</li>
            ))}
          </ul>
        </>
      ) : null}
    </div>
  );
};

const Page = () => {
  const known = useNavigator();
  const [state, setState] = useState<State>({ stage: 'waiting', words: 'One moment.' });
  useEffect(() => {
    begin().then(setState, (error: unknown) => {
      smart.letGo();
      smart.forgetAddress();
      setState({ stage: 'failed', why: words(error) });
    });
  }, []);
  const choose = (place: Place): void => {
    smart
      .askForAccess(place, undefined, false)
      .catch((error: unknown) => setState({ stage: 'failed', why: words(error) }));
  };
  if (known.stage === 'failed') return <Failed why={known.why} />;
  if (state.stage === 'failed') return <Failed why={state.why} />;
  if (state.stage === 'choose') return <Choose places={state.places} onChoose={choose} />;
  if (state.stage === 'read' && known.stage === 'ready') return <Read known={known} connected={state} />;
  return <p class="soft">{state.stage === 'waiting' ? state.words : 'One moment: the guideline is being read.'}</p>;
};

const place = document.querySelector('[data-island="launch"]');
if (place) {
  place.textContent = '';
  render(<Page />, place);
}
