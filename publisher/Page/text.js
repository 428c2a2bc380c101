// Every sentence of the page, in both languages. A key that one language lacks fails the page's test.
export const texts = {
  en: {
    brand: "PlanetGraph", subtitle: "batch run", theme: "Light or dark", otherLanguage: "中文", connected: "live", lost: "connection lost, trying again",
    headline: "Run of {0}", where: "Run {0} · started {1}", files: "Files", rows: "Rows", speed: "Rows a second", remaining: "Time left", elapsed: "Elapsed",
    errorRows: "Error rows", speedOverTime: "Rows a second over time", peak: "peak {0}", workers: "Workers", queue: "{0} tasks waiting in the queue",
    noWorkers: "No worker is alive. Workers show here with their first claim.", workersWent: "The run has ended; its workers are gone.", filesTitle: "Files of this run", filterByState: "Filter by state", search: "Part of a file name",
    file: "File", state: "State", progress: "Progress", size: "Size", errorsTitle: "Errors", noErrors: "No errors so far.", errorsNote: "some of them below; all are in the .errors.jsonl files", rowCount: "{0} rows", fileCount: "{0} files",
    footer: "PlanetGraph publisher", all: "All", chunks: "{0} of {1} chunks", of: "of {0}", noFiles: "No file matches.", page: "page {0}", previous: "Previous", next: "Next",
    holds: "{0} in hand", seen: "seen {0} ago", line: "line {0}", waitingForSpeed: "The chart starts with the first rows.", tooShortForSpeed: "The run was over before there was a line to draw.",
    note: "{0} of {1} read · {2} of {3} tasks done, {4} running, {5} waiting", noteFailed: ", {0} failed", over: "done",
    states: { listing: "Listing input", publishing: "Publishing", running: "Running", finishing: "Finishing", complete: "Complete", failed: "Ended with failed files", cancelled: "Cancelled", pending: "To do", done: "Done", skipped: "Not read" },
    reasons: {
      unknown: "Reason not counted", nulByte: "A NUL byte in the row", brokenCharacters: "Bytes that are no characters in the file's encoding", rowTooLong: "Row longer than 1 MiB",
      unclosedQuote: "A quote that is not closed", notJson: "Not a JSON object", noAddress: "No address in the row", tooManyColumns: "More columns than the header",
      addressTooLong: "Address longer than 1,000 characters", refused: "The service refused the address", breaks: "The service breaks over the address", answered: "The service answered with an error",
    },
    fileFailed: "Failed", units: [" s", " min", " h", " d"],
  },
  zh: {
    brand: "星图 PlanetGraph", subtitle: "批处理运行", theme: "浅色或深色", otherLanguage: "English", connected: "实时", lost: "连接已断开，正在重试",
    headline: "运行：{0}", where: "运行编号 {0} · 开始于 {1}", files: "文件", rows: "行数", speed: "行/秒", remaining: "剩余时间", elapsed: "已用时间",
    errorRows: "错误行", speedOverTime: "处理速度（行/秒）", peak: "峰值 {0}", workers: "工作进程", queue: "队列中等待 {0} 个任务",
    noWorkers: "没有存活的工作进程。工作进程领取第一个任务后显示在这里。", workersWent: "运行已结束，工作进程已退出。", filesTitle: "本次运行的文件", filterByState: "按状态筛选", search: "文件名的一部分",
    file: "文件", state: "状态", progress: "进度", size: "大小", errorsTitle: "错误", noErrors: "目前没有错误。", errorsNote: "下面是一部分；全部错误见 .errors.jsonl 文件", rowCount: "{0} 行", fileCount: "{0} 个文件",
    footer: "星图发布器", all: "全部", chunks: "{0} / {1} 个分块", of: "/ {0}", noFiles: "没有符合条件的文件。", page: "第 {0} 页", previous: "上一页", next: "下一页",
    holds: "正在处理 {0} 个", seen: "{0}前有心跳", line: "第 {0} 行", waitingForSpeed: "处理第一批行之后开始绘图。", tooShortForSpeed: "运行很快结束，没有可画的曲线。",
    note: "已读 {0} / {1} · 任务完成 {2} / {3}，进行中 {4}，等待 {5}", noteFailed: "，失败 {0}", over: "已结束",
    states: { listing: "正在列出输入", publishing: "正在发布任务", running: "运行中", finishing: "正在收尾", complete: "已完成", failed: "结束，有失败文件", cancelled: "已取消", pending: "待完成", done: "完成", skipped: "未读取" },
    reasons: {
      unknown: "未统计原因", nulByte: "行内有 NUL 字节", brokenCharacters: "有不符合文件编码的字节", rowTooLong: "一行超过 1 MiB",
      unclosedQuote: "引号没有闭合", notJson: "不是 JSON 对象", noAddress: "行内没有地址", tooManyColumns: "列数多于表头",
      addressTooLong: "地址超过 1,000 个字符", refused: "服务拒绝该地址", breaks: "服务处理该地址时出错", answered: "服务返回错误",
    },
    fileFailed: "失败", units: [" 秒", " 分", " 小时", " 天"],
  },
};

let current = texts.en;
export function use(language) { current = texts[language] ?? texts.en; }
export function t(key, ...values) { return current[key].replace(/\{(\d)\}/g, (_, index) => values[index]); }
export function stateName(state) { return current.states[state] ?? state; }
export function reasonName(reason) { return current.reasons[reason] ?? reason; }
export function fileStateName(state) { return state === "failed" ? current.fileFailed : stateName(state); }
export function number(value) { return value.toLocaleString("en-US"); }
export function bytes(value) {
  for (const unit of ["B", "KiB", "MiB", "GiB"]) {
    if (value < 1024 || unit === "GiB") return `${value < 10 && unit !== "B" ? value.toFixed(1) : Math.round(value)} ${unit}`;
    value /= 1024;
  }
}
export function duration(seconds) {
  const [s, min, h, d] = current.units;
  seconds = Math.max(0, Math.round(seconds));
  if (seconds < 60) return `${seconds}${s}`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)}${min} ${seconds % 60}${s}`;
  if (seconds < 86400) return `${Math.floor(seconds / 3600)}${h} ${Math.floor(seconds % 3600 / 60)}${min}`;
  return `${Math.floor(seconds / 86400)}${d} ${Math.floor(seconds % 86400 / 3600)}${h}`;
}
