#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
#
# bibtex-tidy 1.14.0 (npm), with its default options.
# Expected: "escape", which is on by default, writes umlauts and signs as TeX commands; letters that
# TeX has no command for stay, as the Hangul of 가 does.
# Seen: 877 of the 11,172 syllables, from 퐀 (U+D400) on, become mathematical letters: 한국 is
# \mathbb{k}국, 희 is \mathsfbf{\Chi}. The table has code points such as U+1D76C, and a character's
# code of four digits, D76C, finds the entry. 한, 회, 호, 표, 프 and 후 are among the commonest syllables
# of Korean titles; authors' names change as well. --no-escape keeps them.
# Exits with 1 if this is no longer so.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --ignore-scripts --no-audit --no-fund bibtex-tidy@1.14.0
cat > tidy.js <<'JS'
const { tidy } = require('bibtex-tidy');
const title = (text, options) =>
  tidy(`@book{k, title={x${text}x}}`, options).bibtex.match(/\{x(.*)x\}/)[1];
const lost = [];
for (let code = 0xac00; code <= 0xd7a3; ++code) {
  const syllable = String.fromCharCode(code);
  if (title(syllable) !== syllable) lost.push(syllable);
}
const common = [...'한회호표프후가국보고서'].filter((syllable) => lost.includes(syllable)).join('');
console.log(title('한국'), title('희'), lost.length, lost[0], common, title('희', { escape: false }));
JS
node tidy.js | tee seen
[[ $(cat seen) == '\mathbb{k}국 \mathsfbf{\Chi} 877 퐀 한회호표프후 희' ]]
