// SPDX-License-Identifier: Apache-2.0
import type { Content, Page } from '../site.ts';
import { changes } from './changes.tsx';
import { checked } from './checked.tsx';

const privacy: Page = {
  path: '/privacy/',
  title: 'Privacy',
  description: 'What stays on your device, and what you can delete.',
  body: (
    <div class="prose flow">
      <h1>Privacy</h1>
      <p class="lead">Your answers stay on this device. Nothing is sent anywhere.</p>
      <ul>
        <li>There are no accounts, no counting of visitors and no cookies.</li>
        <li>The page may load only its own files. Your browser enforces this.</li>
        <li>
          You can save a copy to a file, and delete everything, on <a href="/track/">Track</a>.
        </li>
        <li>
          If you share this device, others who use it can read your answers. Delete them, or use a private window.
        </li>
      </ul>
    </div>
  ),
};
const missing: Page = {
  path: '/404.html',
  title: 'Page not found',
  description: 'There is no such page.',
  body: (
    <div class="prose flow">
      <h1>There is no such page</h1>
      <p>
        What you typed is safe. Go to the <a href="/">first page</a>, <a href="/path/">your path</a> or the{' '}
        <a href="/treatments/">treatments</a>.
      </p>
    </div>
  ),
};

/** What Heliotrope is, keeps and changed, and the page of what does not exist. */
export const aboutPages = (content: Content): readonly Page[] => [checked(content), privacy, changes(content), missing];
