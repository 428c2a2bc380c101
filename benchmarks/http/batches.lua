-- wrk: posts batches of the addresses of $ADDRESSES in turn and counts the entries of every answer.
local size = tonumber(os.getenv("BATCH"))
local bodies, sizes = {}, {}

local function escaped(text)
  return (text:gsub('[%c"\\]', function(c) return string.format("\\u%04x", c:byte()) end))
end

local function flush(batch)
  if #batch > 0 then
    bodies[#bodies + 1] = wrk.format("POST", "/planet-graph/v2/address/standardize",
      { ["Content-Type"] = "application/json" }, '{"addrs":["' .. table.concat(batch, '","') .. '"]}')
  end
end

local threads = {}
function setup(thread) threads[#threads + 1] = thread end

function init()
  answered, bad = 0, 0
  local batch = {}
  for line in io.lines(os.getenv("ADDRESSES")) do
    batch[#batch + 1] = escaped(line)
    if #batch == size then flush(batch) batch = {} end
  end
  if #bodies == 0 then error("ADDRESSES has fewer lines than one batch") end
end

local at = 0
function request()
  at = at % #bodies + 1
  return bodies[at]
end

function response(status, _, body)
  local _, entries = body:gsub('"houseNumber":', "")
  if status == 200 and entries == size and body:sub(-2) == "]}" then answered = answered + entries else bad = bad + 1 end
end

function done(summary, latency)
  local answered, bad = 0, 0
  for _, thread in ipairs(threads) do answered, bad = answered + thread:get("answered"), bad + thread:get("bad") end
  local seconds = summary.duration / 1e6
  io.write(string.format("answered: %d\naddresses/s: %d\nbad answers: %d\nlatency p50 %.1f ms, p99 %.1f ms\n",
    answered, answered / seconds, bad, latency:percentile(50) / 1000, latency:percentile(99) / 1000))
end
