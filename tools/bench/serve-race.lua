-- SPDX-License-Identifier: GPL-2.0-or-later
--
-- What wrk asks in tools/bench/serve-race: the lines of a file in turn (address, tab, ETag or
-- nothing), from line BEGIN on. Prints a line of JSON at the end.

local requests, at = {}, 0

function init(arguments)
  for line in io.lines(arguments[1]) do
    local path, etag = line:match("^([^\t]*)\t(.*)$")
    local headers = etag ~= "" and {["If-None-Match"] = etag} or {}
    requests[#requests + 1] = {path, headers}
  end
  at = tonumber(arguments[2])
end

function request()
  local next = requests[at % #requests + 1]
  at = at + 1
  -- Made anew each time: 60,000 whole requests would be much memory beside the server's.
  return wrk.format("GET", next[1], next[2])
end

function done(summary, latency)
  local errors = summary.errors
  local bad = errors.connect + errors.read + errors.write + errors.status + errors.timeout
  io.write(string.format('{"requests": %d, "us": %d, "bytes": %d, "bad": %d, "p50": %d, "p99": %d}\n',
    summary.requests, summary.duration, summary.bytes, bad, latency:percentile(50),
    latency:percentile(99)))
end
