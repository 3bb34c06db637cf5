#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
#
# Lucene 8.7.0 (Debian liblucene8-java 8.8.1-4), KoreanNumberFilter of nori after its tokenizer.
# Expected: numbers become decimal ones, 3만5천 is 35000, and other words stay. The documentation says
# that parts of speech are not looked at and names one weakness, "15,7" as 157.
# Seen: "제1조", article 1, is 제 and 1000000000000, as 조 is also a trillion; article 2 is two
# trillion, while 제1항, paragraph 1, stays 제, 1 and 항. "일이 많다" (there is much to do) begins with 12,
# "사 왔다" (bought) holds 4 and 5, "이 보고서" (this report) begins with 2. The tokenizer had marked them
# as noun, verb and determiner. Needs Java.
# Exits with 1 if this is no longer so.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get download liblucene8-java=8.8.1-4 > /dev/null
dpkg -x liblucene8-java_*.deb root
jars=root/usr/share/java
cat > Read.java <<'JAVA'
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.ko.KoreanNumberFilter;
import org.apache.lucene.analysis.ko.KoreanTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

class Read {
  public static void main(String[] texts) throws Exception {
    for (String text : texts) {
      KoreanTokenizer tokenizer = new KoreanTokenizer(TokenStream.DEFAULT_TOKEN_ATTRIBUTE_FACTORY, null,
          KoreanTokenizer.DecompoundMode.DISCARD, false, false);
      tokenizer.setReader(new java.io.StringReader(text));
      StringBuilder line = new StringBuilder(text + ":");
      try (TokenStream tokens = new KoreanNumberFilter(tokenizer)) {
        CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
        for (tokens.reset(); tokens.incrementToken();)
          if (!term.toString().isBlank()) line.append(' ').append(term);
      }
      System.out.println(line);
    }
  }
}
JAVA
classes=$jars/lucene-core-8.7.0.jar:$jars/lucene-analyzers-common-8.7.0.jar:$jars/lucene-analyzers-nori-8.7.0.jar
LC_ALL=C.UTF-8 java -cp "$classes" -Dfile.encoding=UTF-8 Read.java '3만5천 명' '제1조' '제2조' '제1항' '일이 많다' '사 왔다' '이 보고서' | tee seen
[[ $(cat seen) == '3만5천 명: 35000 명
제1조: 제 1000000000000
제2조: 제 2000000000000
제1항: 제 1 항
일이 많다: 12 많 다
사 왔다: 4 아 5 았 다
이 보고서: 2 보고 서' ]]
