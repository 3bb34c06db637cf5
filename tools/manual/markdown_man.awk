# SPDX-License-Identifier: GPL-2.0-or-later
#
# awk -v name=ibid-query -v section=7 -v version=0.1.0 -v summary=TEXT -f markdown_man.awk FILE.md
#
# Turns one of our documents into a manual page, UTF-8 roff for man(1). It reads the Markdown that
# our documents use: headings, paragraphs, indented code, lists of one level, tables, `code`,
# **strong**, [text](link). A table becomes a list: the first cell, and the others under it.
# Source of the format: groff_man(7).

function escaped(text) {
  gsub(/\\/, "\\e", text)
  gsub(/-/, "\\-", text)
  return text
}

# A link into the documents becomes its text, a link to the web also its address.
function link(text, address) {
  return address ~ /^https?:/ ? inline(text) " <" escaped(address) ">" : inline(text)
}

function inline(text,    out, rest, length_of, inner) {
  out = ""
  while (match(text, /`[^`]+`|\*\*[^* ][^*]*\*\*|\[[^]]+\]\([^)]*\)/)) {
    out = out escaped(substr(text, 1, RSTART - 1))
    inner = substr(text, RSTART, RLENGTH)
    text = substr(text, RSTART + RLENGTH)
    if (inner ~ /^`/) {
      out = out "\\fB" escaped(substr(inner, 2, length(inner) - 2)) "\\fR"
    } else if (inner ~ /^\*/) {
      out = out "\\fB" escaped(substr(inner, 3, length(inner) - 4)) "\\fR"
    } else {
      length_of = index(inner, "](")
      rest = substr(inner, length_of + 2)
      out = out link(substr(inner, 2, length_of - 2), substr(rest, 1, length(rest) - 1))
    }
  }
  return out escaped(text)
}

# Prints a line of text: roff would take a line that begins with "." or "'" for a request.
function put(line) { print (line ~ /^[.']/ ? "\\&" : "") line }

# Prints the paragraph or list item gathered so far.
function flush() {
  if (gathered != "") {
    print mark
    put(inline(gathered))
  }
  gathered = ""
  mark = ".PP"
}

function end_code() {
  if (in_code) print ".fi\n.RE"
  in_code = blank_code = 0
}

function table_row(line,    cells, count, i) {
  sub(/^\| */, "", line)
  sub(/ *\|$/, "", line)
  count = split(line, cells, / +\| +/)
  print ".TP"
  put(in_table ? "\\fR" inline(cells[1]) : "\\fI" escaped(cells[1]) "\\fR")
  for (i = 2; i <= count; ++i) {
    if (cells[i] == "") continue
    if (i > 2) print ".br"
    put(in_table ? inline(cells[i]) : "\\fI" escaped(cells[i]) "\\fR")
  }
  if (count < 2 || cells[2] == "") print "\\&"
  in_table = 1
}

BEGIN {
  mark = ".PP"
  printf "'\\\" -*- coding: utf-8 -*-\n.TH %s %s \"\" \"ibid %s\" \"ibid manual\"\n", \
      escaped(toupper(name)), section, version
  printf ".SH NAME\n%s \\- %s\n.SH DESCRIPTION\n", escaped(name), escaped(summary)
}

!/^\|/ { in_table = 0 }

in_code && /^$/ { blank_code = 1; next }

/^    / && (in_code || (gathered == "" && mark == ".PP")) {
  if (!in_code) print ".PP\n.RS 4\n.nf"
  if (blank_code) print ""
  in_code = 1
  blank_code = 0
  put(escaped(substr($0, 5)))
  next
}

{ end_code() }

/^# / { next }  # the page has a name instead
/^## / { flush(); print ".SH " toupper(escaped(substr($0, 4))); next }
/^### / { flush(); print ".SS " inline(substr($0, 5)); next }
/^\|-/ { next }
/^\|/ { flush(); table_row($0); next }
/^- / { flush(); mark = ".IP \\(bu 2"; gathered = substr($0, 3); next }
/^[0-9]+\. / { flush(); mark = ".IP " $1 " 4"; gathered = substr($0, length($1) + 2); next }
/^$/ { flush(); next }
{ sub(/^ +/, ""); gathered = gathered == "" ? $0 : gathered " " $0 }

END {
  end_code()
  flush()
  print ".SH SEE ALSO\n.BR ibid (1)"
}
