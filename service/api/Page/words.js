import { reasonsInChinese } from "./reasons.js";

// Every word of the page, in both languages. A page element names its word with data-word (text) or data-word-label (aria-label).

export const words = {
  zh: {
    skip: "跳到输入框", name: "星图", otherName: "PlanetGraph", settings: "设置", language: "语言", theme: "切换明暗",
    headline: "每一个字，都有它的位置",
    tagline: "输入中文地址，看清省、市、区县、街道、村社区、道路与门牌，以及每一处判断的理由。",
    input: "地址，每行一条", samples: "示例", try: "试试", run: "标准化", results: "结果", view: "视图",
    viewText: "原文", viewTable: "表格", viewJson: "JSON",
    copyLink: "复制链接", copyCurl: "复制 curl", copyJson: "复制 JSON", copied: "已复制",
    openapi: "接口说明 (OpenAPI)", metrics: "运行指标", health: "就绪状态",
    working: "处理中…", done: (count, ms) => `${count} 条地址，用时 ${ms} 毫秒`,
    unreachable: "无法连接服务，请检查网络后重试。", refused: "服务没有接受这次请求：",
    explain: "为什么", rule: "规则", lost: "落选", lostBy: (score) => `差 ${score}`, tie: "并列", score: "得分", inferred: "推断",
    reason: (decision) => reasonsInChinese[decision.rule] ?? decision.reason,
    nothing: "这段文字里没有读出地址要素。", leftOut: "未采用", level: "级别", address: "地址", data: "数据",
    moreLines: (shown) => `着色与解释只显示前 ${shown} 条；表格与 JSON 是全部。`,
    fields: {
      province: "省份", city: "城市", region: "区县", town: "街道/乡镇", village: "村/社区", road: "道路", houseNumber: "门牌号",
      residential: "小区", office: "写字楼", mall: "商场", company: "公司", businessCircle: "商圈",
    },
  },
  en: {
    skip: "Skip to the input", name: "PlanetGraph", otherName: "星图", settings: "Settings", language: "Language", theme: "Light or dark",
    headline: "Every character has its place",
    tagline: "Type Chinese addresses and see province, city, region, town, village, road and number, and why each of them was decided.",
    input: "Addresses, one a line", samples: "Samples", try: "Try", run: "Standardize", results: "Results", view: "View",
    viewText: "Text", viewTable: "Table", viewJson: "JSON",
    copyLink: "Copy link", copyCurl: "Copy curl", copyJson: "Copy JSON", copied: "Copied",
    openapi: "API description (OpenAPI)", metrics: "Metrics", health: "Readiness",
    working: "Working…", done: (count, ms) => `${count} ${count === 1 ? "address" : "addresses"} in ${ms} ms`,
    unreachable: "The service cannot be reached; check the connection and try again.", refused: "The service did not take the request: ",
    explain: "Why", rule: "Rule", lost: "Lost", lostBy: (score) => `by ${score}`, tie: "tie", score: "Score", inferred: "inferred",
    reason: (decision) => decision.reason,
    nothing: "No part of an address was found in this text.", leftOut: "left out", level: "Level", address: "Address", data: "Data",
    moreLines: (shown) => `Colours and reasons are shown for the first ${shown} lines; table and JSON have them all.`,
    fields: {
      province: "Province", city: "City", region: "Region", town: "Town", village: "Village", road: "Road", houseNumber: "Number",
      residential: "Residential", office: "Office", mall: "Mall", company: "Company", businessCircle: "Business circle",
    },
  },
};

export const samples = [
  "浙江省杭州市西湖区文三路478号华星时代广场",
  "上海浦东新区张江镇碧波路690号",
  "长春朝阳区",
  "广东省东莞市南城街道鸿福路200号",
  "王先生 13800000000 北京市海淀区中关村大街27号（请放门卫）",
];
