#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
#
# Xapian 1.4.22 (Debian libxapian30 1.4.22-1, xapian-omega 1.4.22-1) and Lucene 8.7.0's
# StandardTokenizer (liblucene8-java 8.8.1-4).
# Expected: the middle dot of Korean lists (U+00B7 as in 수입·지출, revenue and expenditure; also
# written ㆍ, U+318D) parts words, as a comma does.
# Seen: it joins them: 수입·지출 is one term in both, and a search for 지출 does not find it. U+00B7 may
# stand within a word in Unicode's rules, for Catalan, and U+318D is a letter. Between figures both
# part: 3·1 is 3 and 1. Lucene's own nori parts at both. Needs Java.
# Exits with 1 if this is no longer so.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get download xapian-omega=1.4.22-1 libxapian30=1.4.22-1 xapian-tools=1.4.22-1 libmagic1 libmagic-mgc \
  libpcre2-8-0 libuuid1 liblucene8-java=8.8.1-4 > /dev/null
for package in *.deb; do dpkg -x "$package" root; done
multiarch=$(gcc -print-multiarch)
export LD_LIBRARY_PATH=$PWD/root/usr/lib/$multiarch:$PWD/root/lib/$multiarch PATH=$PWD/root/usr/bin:$PATH
export MAGIC=$PWD/root/usr/lib/file/magic.mgc LC_ALL=C.UTF-8
mkdir reports
echo '수입·지출 연구ㆍ개발 3·1' > reports/report.txt
omindex --db index --url / reports > /dev/null 2>&1
cat > Words.java <<'JAVA'
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.ko.KoreanTokenizer;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

class Words {
  public static void main(String[] texts) throws Exception {
    for (Tokenizer words : new Tokenizer[] {new StandardTokenizer(), new KoreanTokenizer()}) {
      StringBuilder line = new StringBuilder(words.getClass().getSimpleName());
      words.setReader(new java.io.StringReader(texts[0]));
      CharTermAttribute term = words.addAttribute(CharTermAttribute.class);
      for (words.reset(); words.incrementToken();) line.append(' ').append(term);
      System.out.println(line);
    }
  }
}
JAVA
jars=root/usr/share/java
classes=$jars/lucene-core-8.7.0.jar:$jars/lucene-analyzers-common-8.7.0.jar:$jars/lucene-analyzers-nori-8.7.0.jar
{ echo "Xapian $(xapian-delve -a -1 index | grep -v '^[A-Z]' | paste -sd' ')"
  echo "지출: $(quest -d index 지출 | grep -c report || true)"
  java -cp "$classes" -Dfile.encoding=UTF-8 Words.java "$(cat reports/report.txt)"; } | tee seen
[[ $(cat seen) == 'Xapian 1 3 수입·지출 연구ㆍ개발
지출: 0
StandardTokenizer 수입·지출 연구ㆍ개발 3 1
KoreanTokenizer 수입 지출 연구 개발 3 1' ]]
