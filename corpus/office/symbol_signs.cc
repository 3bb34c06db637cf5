// SPDX-License-Identifier: GPL-2.0-or-later
#include "corpus/office/symbol_signs.h"

#include <algorithm>
#include <array>
#include <utility>

#include "corpus/text/code_points.h"

namespace ibid {
namespace {

using namespace std::string_view_literals;

// Adobe's encoding of the font Symbol, 20-7E and A0-FE; 0: no character.
constexpr std::u32string_view kSymbolLow =
    U" !∀#∃%&∋()∗+,−./"
    U"0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼";
constexpr std::u32string_view kSymbolHigh =
    U"€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪\0〉∫⌠⎮⌡⎞⎟⎠⎤"
    U"⎥⎦⎫⎬⎭"sv;
static_assert(kSymbolLow.size() == 0x7F - 0x20);
static_assert(kSymbolHigh.size() == 0xFF - 0xA0);

// Those of Wingdings that are used in texts and before items.
constexpr std::array<std::pair<unsigned char, char32_t>, 76> kWingdings = {{
    {0x20, U' '}, {0x22, U'✂'}, {0x28, U'☎'}, {0x29, U'✆'}, {0x2A, U'✉'}, {0x36, U'⌛'},
    {0x45, U'☜'}, {0x46, U'☞'}, {0x47, U'☝'}, {0x48, U'☟'}, {0x4A, U'☺'}, {0x4C, U'☹'},
    {0x52, U'☼'}, {0x54, U'❄'}, {0x58, U'✠'}, {0x59, U'✡'}, {0x5A, U'☪'}, {0x6C, U'●'},
    {0x6D, U'❍'}, {0x6E, U'■'}, {0x6F, U'□'}, {0x70, U'□'}, {0x71, U'❑'}, {0x72, U'❒'},
    {0x73, U'◆'}, {0x74, U'◆'}, {0x75, U'◆'}, {0x76, U'❖'}, {0x77, U'◆'}, {0x78, U'☒'},
    {0x80, U'⓪'}, {0x81, U'①'}, {0x82, U'②'}, {0x83, U'③'}, {0x84, U'④'}, {0x85, U'⑤'},
    {0x86, U'⑥'}, {0x87, U'⑦'}, {0x88, U'⑧'}, {0x89, U'⑨'}, {0x8A, U'⑩'}, {0x8B, U'⓿'},
    {0x8C, U'❶'}, {0x8D, U'❷'}, {0x8E, U'❸'}, {0x8F, U'❹'}, {0x90, U'❺'}, {0x91, U'❻'},
    {0x92, U'❼'}, {0x93, U'❽'}, {0x94, U'❾'}, {0x95, U'❿'}, {0x9E, U'·'}, {0x9F, U'•'},
    {0xA1, U'○'}, {0xA4, U'◉'}, {0xA5, U'◎'}, {0xA7, U'▪'}, {0xA8, U'□'}, {0xAB, U'★'},
    {0xAC, U'✶'}, {0xB6, U'☆'}, {0xD8, U'➢'}, {0xDC, U'➲'}, {0xDF, U'←'}, {0xE0, U'→'},
    {0xE1, U'↑'}, {0xE2, U'↓'}, {0xE8, U'➔'}, {0xEF, U'⇦'}, {0xF0, U'⇨'}, {0xF1, U'⇧'},
    {0xFB, U'✗'}, {0xFC, U'✓'}, {0xFD, U'☒'}, {0xFE, U'☑'},
}};

bool is_private(char32_t c) { return c >= 0xE000 && c <= 0xF8FF; }

}  // namespace

bool is_symbol_font(std::string_view font) {
  const std::string name = ascii_lower(font);
  return name == "symbol" || name == "wingdings";
}

char32_t symbol_sign(std::string_view font, char32_t code) {
  if (code >= 0xF020 && code <= 0xF0FF) code -= 0xF000;
  const std::string name = ascii_lower(font);
  if (name == "symbol") {
    if (code >= 0x20 && code < 0x20 + kSymbolLow.size()) return kSymbolLow[code - 0x20];
    if (code >= 0xA0 && code < 0xA0 + kSymbolHigh.size()) return kSymbolHigh[code - 0xA0];
  } else if (name == "wingdings") {
    const auto sign = std::find_if(kWingdings.begin(), kWingdings.end(),
                                   [code](const auto& pair) { return pair.first == code; });
    if (sign != kWingdings.end()) return sign->second;
  }
  return 0;
}

std::string readable_label(std::string_view label, std::string_view font) {
  std::string out;
  const bool symbols = is_symbol_font(font);
  for (std::size_t at = 0; at < label.size();) {
    const char32_t c = next_code_point(label, at);
    char32_t sign = symbols ? symbol_sign(font, c) : 0;
    // Without the font's name: what Word and HWP write most.
    if (sign == 0 && is_private(c)) sign = c == 0xF0B7 ? U'•' : symbol_sign("Wingdings", c);
    if (sign == 0) sign = is_private(c) ? U'•' : c;
    append_utf8(out, sign);
  }
  return out;
}

}  // namespace ibid
