// SPDX-License-Identifier: GPL-2.0-or-later
//
// Korean pages.
import { accessible } from './accessible.mjs';

export default (tools) => accessible(tools, 'ko');
