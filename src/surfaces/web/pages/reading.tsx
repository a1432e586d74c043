// SPDX-License-Identifier: Apache-2.0
import type { Content, Page } from '../site.ts';
import { aboutPages } from './about.tsx';
import { urgent } from './urgent.tsx';

export const plainPages = (content: Content): readonly Page[] => [urgent(content), ...aboutPages(content)];
