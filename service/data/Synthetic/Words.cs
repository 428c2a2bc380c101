namespace PlanetGraph.Data.Synthetic;

/// <summary>Our own word lists: what roads, buildings, companies, shops and notes in Chinese addresses are named with. A word named twice is drawn twice as often.</summary>
internal static class Words
{
    /// <summary>What roads all over the country are named after.</summary>
    public static readonly string[] RoadStems = List(
        """
        镇南 镇北 镇东 镇西 镇中 镇前 村前 村东 街前 中山 人民 解放 建设 文化 胜利 和平 新华 建国 长江 黄河 北京 南京 上海 天山 昆仑 延安 五一 八一 迎宾 迎春 站前 车站 学院 体育场 体育馆 环城 滨江 滨河 江滨 沿江
        湖滨 世纪 科技 创业 创新 工业 兴业 振兴 复兴 友谊 团结 光明 朝阳 东方 太平 民主 幸福 康宁 凤凰 龙翔 金城 银河 星光 曙光 机场 火车站 市民 市场 商城 商贸 国贸
        明珠 育才 学府 教育 永安 永宁 长安 平安 安康 富强 繁荣 兴隆 开发 开元 天元 天和 中兴 中原 中华 民生 民权 劳动 工农 青年 少年 花园 公园 园林 梅园 桃园 竹园 兰花 桂花
        梧桐 银杏 香樟 紫金 紫荆 玉兰 芙蓉 玫瑰 翠竹 松柏 广场 时代 未来 文明 文昌 文化宫 礼堂 书院 孔庙 钟楼 鼓楼 城隍庙 东门 西门 南门 北门 东关 西关 南关 北关 东湖 西湖 南湖 北湖
        东山 西山 南山 北山 江南 江北 河东 河西 城南 城北 城东 城西 府前 府后 政府 县前 市府 衙前 公安 法院 医院 卫生 邮电 电力 供电 水厂 粮食 粮库 桥头 渡口 码头 港口
        海港 海滨 沿海 滨海 渔港 盐场 林场 农场 茶场 果园 牧场 矿山 煤矿 钢铁 化工 纺织 机械 轻工 食品 物流 仓储 电子 软件 信息 数码 云计算 生物 医药 新能源 航天 航空 空港 高铁
        珠江 松花江 嘉陵江 汉江 湘江 赣江 闽江 钱塘江 淮河 海河 渭河 泰山 华山 衡山 嵩山 恒山 黄山 庐山 峨眉山 长白山 井冈山 太行 秦岭 武夷 雁荡 洞庭 鄱阳 太湖
        天津 重庆 广州 深圳 武汉 成都 西安 沈阳 大连 青岛 济南 郑州 长沙 南昌 福州 厦门 昆明 贵阳 兰州 太原 合肥 哈尔滨 长春 石家庄 香港 台湾 新加坡 莫斯科 浙江 江苏 山东 湖南 广东
        健康 和谐 诚信 自强 厚德 明德 博学 格致 求实 至善 尚德 崇德 崇文 崇仁 尊贤 敬业 勤奋 勤俭 进步 前进 跃进 向阳 红旗 红星 五星 五四 七一 十一 三八 八一 国庆 共和 自由 大同 大庆
        环湖 环山 环岛 环市 外环 内环 中环 绕城 一环 二环 三环 四环 五环 快速 高架 过境 联络 连接 纵横 经济 金融 财富 商业 步行 美食 古玩 花鸟 服装 小商品 五金 建材 灯具 家具 汽车 皮革
        丽水 富春 会展 会展 博览 体育 游泳 射击 音乐 艺术 美术 图书馆 博物馆 科技馆 展览 电影 剧院 民族 民俗 民乐 民丰 民安 民康 民兴 利民 便民 惠民 富民 为民 爱民 安民
        """);

    /// <summary>Characters that names of roads, places and brands are built from.</summary>
    public const string NameCharacters =
        "金银华美丽天地鑫盛兴隆福达通海江山川东方南北中世新永安康泰和平明亮星辰阳光春秋蓝绿翠碧玉龙凤鸿运宏伟佳嘉雅景城园荣耀锦绣滨汇融创恒远大万亿利丰源顺吉祥瑞雪松竹梅兰香云水月湖畔悦尚都豪帝" +
        "林石溪泉岭坪坑塘洋浦港湾岛沙滩洲滨渚浜泾漾荡池潭井沟渠坝堰闸桥渡埠口头尾上下前后里外左右高长宽深古老旧青红黄白黑紫乌赤朱文武忠孝仁义礼智信廉诚德善良贤才学书画诗琴棋剑马牛羊鹿鹤雁鹰" +
        "虎象狮熊鱼虾蟹贝珠宝玺印章钟鼓楼台亭阁轩榭寺庙观庵塔坊堂祠府衙宫殿庭院墙门窗柱梁椽瓦砖陶瓷铁铜锡钢煤炭油盐茶酒米麦豆稻棉麻丝绸布帛衣冠履舟车船帆桨橹网钓樵耕读渔农工商贾医卜星象";

    /// <summary>Endings of roads, with the frequent ones repeated.</summary>
    public static readonly string[] RoadEndings = List(
        "路 路 路 路 路 路 路 路 路 路 路 路 路 路 路 路 路 路 路 路 路 路 路 路 路 路 路 路 街 街 街 街 街 街 大道 大道 大道 大道 大街 大街 巷 巷 巷 公路 公路 弄 线 胡同 里 横路 支路 街道 道 步行街 商业街 老街 环路 堤 古街 横街");

    /// <summary>Parts of a road, or of a district of roads.</summary>
    public static readonly string[] RoadParts = List("东段 西段 南段 北段 中段 一段 二段 三段 四段 一巷 二巷 三巷 五巷 东巷 西巷 后巷 支路 辅路 一弄 二弄 三弄 一横巷 二横街 南一巷 横巷");

    /// <summary>Endings that make a residential area.</summary>
    public static readonly string[] ResidentialEndings = List(
        """
        小区 小区 小区 小区 小区 小区 小区 花园 花园 花园 花园 公寓 公寓 公寓 家园 家园 家园 花苑 花苑 新村 新村 新村 新村 名苑 嘉园 佳苑 嘉苑 景苑 雅苑 家苑 锦园 锦苑 华庭 豪庭 雅庭 华府 名邸 佳园 丽苑 丽园 别墅
        苑 苑 苑 公馆 山庄 人家 国际 城 府 湾 里 世家 名门 名城 新城 水岸 半岛 庄园 春天 阳光城 绿洲 豪苑 美墅 大院 家属院 家属楼 宿舍 职工宿舍 教工宿舍 安置房 安置小区 回迁房 公租房 廉租房 经济适用房 住宅区 生活区
        一区 二区 三区 四区 1区 2区 3区 东区 北区 南区 御园 御府 首府 学府 华苑 一品 壹号 壹号院 印象 风景 名筑 名轩 国际社区 社区 都市 东方 豪城 城市花园 水乡 之星 香榭 香郡 九里 天下 天城 云邸 澜庭 悦府 悦城 新苑 新居 居 坊 郡 园 园 庭 庭院 阁 轩 楼
        """);

    /// <summary>Endings that make an office building or a business park.</summary>
    public static readonly string[] OfficeEndings = List(
        "大厦 大厦 大厦 大厦 大厦 大厦 大厦 商务中心 中心 中心 国际中心 写字楼 写字楼 商务楼 商务大厦 大楼 办公楼 办公楼 广场 广场 科技园 创意园 产业园 软件园 创业园 国际 科创中心 孵化园 电商园 创业大厦 科技大厦 金融中心 总部基地 双创中心 SOHO 综合楼 科研楼 商会大厦 财富中心 发展大厦 国贸大厦 时代大厦");

    /// <summary>Endings that make a mall or a market.</summary>
    public static readonly string[] MallEndings = List(
        "商场 商场 购物中心 购物中心 购物广场 百货 百货大楼 商城 商城 商贸城 商厦 奥特莱斯 广场 广场 广场 市场 市场 市场 轻纺城 超市 万达广场 批发市场 农贸市场 菜市场 建材市场 服装城 皮革城 家具城 家居城 小商品市场 五金市场 水果市场 汽配城 灯具城 电子市场 数码城 大卖场 步行街 美食城 农批市场 花鸟市场 茶叶市场 家居广场 生活广场 时代广场 商业广场 城市广场 国际商贸城 国际商贸城 国际广场 国际建材城 国际购物中心");

    /// <summary>Endings that make a business circle.</summary>
    public static readonly string[] CircleEndings = List("商圈 商圈 商圈 商圈 商圈 商圈 商圈 商圈 商业区 商业圈 CBD 中央商务区 核心商圈");

    /// <summary>What business circles are about.</summary>
    public static readonly string[] Landmarks = List("广场 广场 广场 街 大街 口 门 桥 湖 寺 庙 公园 天地 新城 中心 步行街 里 湾 塔 宫 路口 校场");

    /// <summary>Endings that make a company or a factory.</summary>
    public static readonly string[] CompanyEndings = List(
        """
        有限公司 有限公司 有限公司 有限公司 科技有限公司 科技有限公司 实业有限公司 贸易有限公司 服饰有限公司 电子有限公司 电子科技有限公司 网络科技有限公司 机械有限公司 股份有限公司 公司 公司 集团 集团 集团有限公司 厂 厂 服装厂 鞋厂 五金厂 机械厂 电器厂 塑料厂 印刷厂
        玩具厂 家具厂 纺织厂 食品厂 化工厂 模具厂 加工厂 工厂 实业 合作社 专业合作社 事务所 律师事务所 会计师事务所 物流有限公司 物流公司 装饰公司 保险公司 房地产开发有限公司 建筑工程有限公司 供电公司 自来水公司 分公司 有限责任公司 进出口有限公司 工艺品有限公司 针织有限公司 汽车销售服务有限公司 投资管理有限公司
        广告公司 文化传媒有限公司 医疗器械有限公司 生物科技有限公司 环保科技有限公司 新材料有限公司 包装有限公司 纸业有限公司 鞋业有限公司 皮具有限公司 电子商务有限公司 有限公司分公司 烟草公司 客运公司 电力公司
        """);

    /// <summary>Endings of firms that do not say 公司.</summary>
    public static readonly string[] FirmEndings = List(
        "服饰 电器 纺织 物流 鞋业 工艺品 科技 电子 机械 五金 塑业 包装 印刷 家具 家纺 制衣 化纤 模具 汽配 轴承 阀门 皮业 箱包 饰品 玩具 门业 灯饰 照明 建材 装饰 传媒 网络 贸易 快递 速递 快运 数码 印务 玻璃 不锈钢 铸造 电气 仪表 铝业 针织 绣品 袜业 羊毛衫 电商 童装 内衣 眼镜 钟表 医药 食品 茶业 酒业");

    /// <summary>Endings of zones that carry firms.</summary>
    public static readonly string[] ParkEndings = List(
        "工业区 工业区 工业区 工业园 工业园 工业园区 工业园区 园区 产业园 产业园区 仓库 物流园 物流中心 科技园 创业园 第一工业区 第二工业区 工业小区 小微园 机电园区 电子商务园 创业中心 产业基地 工业城 科技工业园 高新区 创意产业园 智造园 标准厂房 创新园");

    /// <summary>Endings of administrative zones.</summary>
    public static readonly string[] ZoneEndings = List(
        "经济开发区 经济开发区 经济技术开发区 经济技术开发区 高新区 高新区 高新技术产业开发区 高新技术开发区 开发区 开发区 工业园区 工业园区 工业区 工业区 工业园 经开区 保税区 产业集聚区 度假区 旅游度假区 循环经济区 示范区 产业新城 科学城 综合保税区 出口加工区 风景区 管委会");

    /// <summary>Endings of schools, hospitals, offices of the state, hotels, banks, stations.</summary>
    public static readonly string[] PublicEndings = List(
        """
        中学 中学 小学 小学 医院 医院 大学 学院 幼儿园 幼儿园 酒店 酒店 宾馆 大酒店 银行 派出所 政府 人民政府 村委会 居委会 卫生院 卫生服务中心 车站 火车站 汽车站 客运站 公园 加油站 营业厅 邮局 中心小学 人民医院 第一医院 中医院 妇幼保健院 支行 分行 饭店 药店
        大药房 职业技术学院 实验小学 实验学校 高级中学 外国语学校 职业中学 技校 党校 财政局 公安局 教育局 税务局 国税局 地税局 国土局 环保局 民政局 法院 检察院 交警大队 消防队 文化站 农商银行 信用社 储蓄所 供销社 粮站 林业站 水利局 供电所 变电所 收费站 高速出口 地铁站 码头 体育馆
        图书馆 博物馆 会展中心 行政服务中心 行政中心 养老院 敬老院 教堂 风景区 度假村 农家乐 宾馆 招待所 快捷酒店 国际酒店 连锁酒店 诊所 口腔诊所 宠物医院 驾校 培训中心 4S店 汽修厂 洗车行 汽车美容 停车场 收购站 养殖场 种植基地 农场 林场 水库 电厂 气象局 广播电视台
        """);

    /// <summary>Endings of shops and small businesses.</summary>
    public static readonly string[] ShopEndings = List(
        """
        超市 便利店 小店 店 店 店 专卖店 专柜 旗舰店 服装店 女装 男装 童装店 鞋店 手机店 通讯 数码店 眼镜店 药房 水果店 花店 面馆 饭店 餐厅 酒楼 火锅 火锅店 烧烤 烘焙 蛋糕店 茶楼 咖啡 奶茶 茶叶店 烟酒店 理发店 美容院 美发 养生馆 足浴 KTV 网吧 网咖 健身 瑜伽馆 舞蹈 琴行 书店 文具店 图文
        打印 广告 照相馆 影楼 婚纱摄影 干洗店 家纺 窗帘 布艺 家电 空调 五金店 电动车 摩托车行 汽配 汽车服务 轮胎 修理厂 修理部 建材店 地板 瓷砖 橱柜 卫浴 灯饰 门窗 油漆店 彩票店 菜鸟驿站 快递点 宠物店 母婴 孕婴店 玩具店 化妆品店 珠宝 金店 典当行 房产 中介 旅行社 售楼部 服务部 经营部 门市部 营业部 批发部
        """);

    /// <summary>Firms that have places all over the country; some begin like a division (阿里巴巴, 京东).</summary>
    public static readonly string[] Brands = List(
        """
        阿里巴巴 阿里巴巴 阿里巴巴 腾讯 华为 京东 小米 百度 网易 新浪 搜狐 美团 滴滴 联想 海尔 海信 格力 美的 比亚迪 吉利 中国移动 中国联通 中国电信 国家电网 中国石化 中国石油 中石化
        工商银行 农业银行 建设银行 中国银行 交通银行 招商银行 邮储银行 北京银行 上海银行 南京银行 江苏银行 浙商银行 中国平安 太平洋保险 中国人寿 万科 恒大 碧桂园 保利 绿地 龙湖 中海 融创 华润 万达 银泰
        顺丰 申通 圆通 中通 韵达 肯德基 麦当劳 星巴克 沃尔玛 家乐福 大润发 永辉 苏宁 国美 北京大学 清华大学 浙江大学 南京大学 山东大学 上海交通大学 武汉大学 四川大学
        """);

    /// <summary>What such a firm's place is called.</summary>
    public static readonly string[] BrandEndings = List("大厦 大厦 园区 总部 总部大厦 产业园 科技园 集团 公司 有限公司 营业厅 支行 分理处 加油站 快递 专卖店 旗舰店 广场 中心 西溪园区 校区 东校区 新校区 附属医院 第一医院 店");

    /// <summary>Parts of a named place that bear a name themselves.</summary>
    public static readonly string[] SubPlaces = List(
        "一期 二期 三期 四期 东区 西区 南区 北区 中区 A区 B区 C区 D区 E区 一区 二区 三区 四区 五区 1区 2区 3区 4区 5区 8区 12区 1期 2期 东苑 西苑 南苑 北苑 中苑 一组团 二组团 三组团 1组团 东门 南门 西门 北门 正门 后门 1号门 2号门 3号门 南楼 北楼 东楼 西楼 主楼 副楼 裙楼 商铺 门卫 门卫室 传达室 保安室 物业 物业楼 物业中心 仓库 车间 生产车间 厂区 办公楼 综合楼 宿舍楼 教学楼 行政楼 住院部 门诊部 急诊楼 食堂 体育馆 图书馆 实验楼 地下室 车库 大堂 前台 服务台 售楼处 东校区 西校区 新校区 校区 分院 老区 新区 一村 二村 三村 四村");

    /// <summary>Departments and posts inside a place.</summary>
    public static readonly string[] Departments = List(
        "财务部 财务室 办公室 技术部 采购部 销售部 人事部 行政部 外贸部 市场部 业务部 项目部 工程部 仓储部 质检部 生产部 客服部 电商部 研发部 设计部 品牌部 运营部 前台 门卫 保安室 传达室 收发室 教务处 教务部 学生处 保卫科 总务处 护士站 内科 外科 儿科 妇产科 骨科 口腔科 放射科 检验科 药剂科 信息科 宣传科 会议室 会计室 柜台 专柜 窗口 收银台 丰巢 丰巢柜 速递易 菜鸟驿站 快递柜 代收点 自提点 妈妈驿站 1号柜 2号柜 小卖部 值班室");

    /// <summary>Words that place something beside what was named.</summary>
    public static readonly string[] Directions = List(
        "附近 旁边 旁边 旁 旁 对面 对面 对面 门口 楼下 楼上 隔壁 路口 交叉口 交汇处 交界处 往东100米 往南50米 往西200米 往北300米 向东500米 东侧 西侧 南侧 北侧 东边 西边 南面 北面 东 西 南 北 内 院内 里面 后面 前面 右侧 左侧 斜对面 红绿灯 转弯处 东南角 西北角 口 进去 边上 沿线 一带 桥头 桥下 左转 右转 直走");

    /// <summary>Delivery notes and other text that is no part of an address.</summary>
    public static readonly string[] Notes = List(
        "电联 电联 电联 电话联系 收 收 请打电话 放门口 放门卫 放丰巢 自提 送货上门 送货前打电话 勿放快递柜 周末送 工作日送 急 易碎 家里有人 打电话 不要放驿站 到付 转 代收 亲收 本人签收 先电联 派送前电话联系 送到楼上 谢谢 null 无 公司 单位 住宅 家 店面 店铺 测试 地址 收货地址 发货 退货 其它区 其他区 其他 XX");

    /// <summary>Family names.</summary>
    public const string Surnames = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤";

    /// <summary>Characters of given names.</summary>
    public const string GivenNames = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉梅兰红建国文斌鹏飞宇辉欣怡梦琪雨晨浩轩子涵思雪婷佳慧琳琴燕云波海峰志建林春龙晓东俊凯";

    /// <summary>Endings of hamlets and places without a suffix of their own.</summary>
    public const string HamletEndings = "庄湾岗坪坑塘洋浦埠头口尾寨屯堡岭坡沟坝桥圩墟堂厝宅店铺集营窑井畈垟岙浜埭圩里角嘴墩台冲坳垅垸屋围";

    private static string[] List(string words) => words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
}
