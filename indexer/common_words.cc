// SPDX-License-Identifier: GPL-2.0-or-later
#include "indexer/common_words.h"

#include <algorithm>
#include <array>

namespace ibid {
namespace {

// Sorted by bytes. English: verbs, adverbs and adjectives of opinion, time and manner, and the
// interjections of pasted posts. Korean: question words, bound nouns, light verbs and units of
// time, in the shapes that questions give them.
constexpr std::array kCommonWords = std::to_array<std::string_view>({
    "able",      "across",     "actually", "add",       "ago",        "almost",     "along",
    "already",   "although",   "always",   "among",     "another",    "anyone",     "anything",
    "around",    "ask",        "asked",    "away",      "back",       "bad",        "based",
    "basically", "become",     "began",    "begin",     "believe",    "best",       "better",
    "big",       "bit",        "bring",    "call",      "called",     "came",       "come",
    "comes",     "coming",     "course",   "day",       "days",       "different",  "done",
    "else",      "end",        "enough",   "even",      "ever",       "every",      "everybody",
    "everyone",  "everything", "exactly",  "fact",      "far",        "feel",       "find",
    "first",     "found",      "full",     "gave",      "get",        "gets",       "getting",
    "give",      "given",      "go",       "goes",      "going",      "gone",       "good",
    "got",       "great",      "guess",    "guy",       "guys",       "half",       "happen",
    "happened",  "happens",    "hard",     "hear",      "heard",      "hello",      "help",
    "hey",       "hi",         "hope",     "huge",      "instead",    "keep",       "kind",
    "knew",      "know",       "known",    "knows",     "last",       "late",       "lately",
    "later",     "least",      "leave",    "left",      "less",       "let",        "like",
    "likely",    "literally",  "little",   "long",      "look",       "looked",     "looking",
    "looks",     "lot",        "lots",     "love",      "made",       "make",       "makes",
    "making",    "many",       "matter",   "may",       "maybe",      "mean",       "means",
    "might",     "million",    "mind",     "moment",    "much",       "must",       "need",
    "needs",     "never",      "new",      "next",      "nice",       "nobody",     "nothing",
    "now",       "obviously",  "oh",       "ok",        "okay",       "old",        "one",
    "ones",      "others",     "perhaps",  "please",    "point",      "pretty",     "probably",
    "put",       "quite",      "rather",   "read",      "ready",      "real",       "really",
    "reason",    "right",      "said",     "saw",       "say",        "saying",     "says",
    "see",       "seeing",     "seem",     "seems",     "seen",       "seriously",  "shall",
    "show",      "since",      "someone",  "something", "sometimes",  "somewhere",  "soon",
    "sorry",     "sort",       "start",    "started",   "still",      "stop",       "stuff",
    "sure",      "take",       "taken",    "takes",     "taking",     "talk",       "tell",
    "thank",     "thanks",     "thing",    "things",    "think",      "thinking",   "though",
    "thought",   "till",       "time",     "times",     "today",      "together",   "told",
    "tomorrow",  "tonight",    "took",     "totally",   "toward",     "tried",      "true",
    "truly",     "try",        "trying",   "turn",      "two",        "understand", "unless",
    "upon",      "use",        "used",     "using",     "usually",    "want",       "wanted",
    "wants",     "watch",      "way",      "ways",      "week",       "well",       "went",
    "whatever",  "whether",    "whole",    "whose",     "wish",       "within",     "without",
    "wonder",    "word",       "words",    "work",      "working",    "world",      "wow",
    "wrong",     "yeah",       "year",     "years",     "yes",        "yesterday",  "yet",
    "가장",      "같은",       "개",       "것",        "것은",       "것이",       "것인가",
    "곳",        "곳은",       "관한",     "관해",      "그",         "그가",       "그는",
    "그러나",    "그리고",     "그의",     "날은",      "년",         "년도는",     "누가",
    "누구",      "누구를",     "누구의",   "누구인가",  "당시",       "대한",       "대해",
    "데",        "되는",       "되어",     "된",        "된다",       "뒤",         "등",
    "따라",      "따르면",     "때",       "때는",      "또는",       "또한",       "뜻하는",
    "라는",      "말하는",     "명",       "명칭은",    "몇",         "몇년",       "몇년도",
    "무슨",      "무엇",       "무엇을",   "무엇이",    "무엇이라고", "무엇인가",   "및",
    "바",        "방법",       "불리는",   "사람",      "사람은",     "수",         "어느",
    "어디",      "어디에",     "어디에서", "어디인가",  "어디인가요", "어떤",       "어떻게",
    "언제",      "언제인가",   "얼마",     "없는",      "없다",       "연도는",     "왜",
    "월",        "위한",       "위해",     "의해",      "이",         "이다",       "이라는",
    "이름",      "이름은",     "이유",     "이유는",    "이전",       "이후",       "인물",
    "인물은",    "일",         "있는",     "있다",      "있던",       "저",         "전",
    "중",        "처음",       "통해",     "하고",      "하는",       "하며",       "하여",
    "하였다",    "한",         "함께",     "해는",      "했던",       "후",
});
static_assert(std::is_sorted(kCommonWords.begin(), kCommonWords.end()));

}  // namespace

bool is_common_word(std::string_view surface) {
  return std::binary_search(kCommonWords.begin(), kCommonWords.end(), surface);
}

}  // namespace ibid
