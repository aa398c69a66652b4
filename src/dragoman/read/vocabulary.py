"""Words of page furniture and of the lines around an article, in English, Chinese and Russian. Compared in lower case."""

from __future__ import annotations

# Words that are furniture wherever they stand alone at the head of a line, even glued to what follows.
STRONG = (
    "current position", "current location", "your position", "you are here", "your location", "related news",
    "related links", "related articles", "related stories", "related reading", "read more", "more news", "latest news",
    "hot news", "top stories", "most read", "most viewed", "recommended for you", "you may also like", "share to",
    "share this", "share on", "back to top", "print this page", "print this", "email this", "send to a friend",
    "skip to content", "skip to main content", "sign in", "log in", "sign up", "subscribe to our newsletter", "follow us",
    "contact us", "site map", "sitemap", "terms of use", "privacy policy", "previous article", "next article",
    "previous page", "next page", "advertisement", "font size", "add to favorites", "set as homepage", "scan the qr code",
    "please wait", "toggle navigation", "loading", "当前位置", "您的位置", "您当前的位置", "您现在的位置", "所在位置",
    "相关新闻", "相关链接", "相关报道", "相关阅读", "相关文章", "延伸阅读", "热点新闻", "推荐阅读", "为您推荐", "分享到",
    "返回顶部", "打印本页", "关闭窗口", "联系我们", "网站地图", "设为首页", "加入收藏", "上一篇", "下一篇", "上一页",
    "下一页", "字号", "字体大小", "扫一扫", "扫描二维码", "关注我们", "免责声明", "请稍候", "请稍等", "加载中", "正在加载",
    "版权声明", "вы здесь", "вы находитесь здесь", "читайте также", "читать также", "читать далее", "читать дальше",
    "смотрите также", "похожие новости", "похожие материалы", "материалы по теме", "по теме", "другие новости",
    "последние новости", "популярные новости", "новости партнеров", "новости партнёров", "поделиться", "версия для печати",
    "распечатать", "наверх", "на главную", "обратная связь", "карта сайта", "подписаться на рассылку", "подпишитесь",
    "пожалуйста, подождите", "подождите", "загрузка", "предыдущая новость", "следующая новость", "на правах рекламы",
    "политика конфиденциальности", "пользовательское соглашение", "войти", "зарегистрироваться", "print version",
    "download pdf", "follow us on", "legal notice", "imprint", "accessibility", "newsletter", "my account", "quick links",
    "法律声明", "隐私政策", "скачать pdf", "реклама на сайте", "написать нам",
)  # fmt: skip
# Words of which two or more make a menu; alone they may begin a sentence.
WEAK = (
    "home", "homepage", "about", "about us", "overview", "news", "contact", "contacts", "search", "menu", "print", "share",
    "email", "close", "more", "next", "previous", "prev", "back", "top", "login", "register", "subscribe", "help", "faq",
    "gallery", "photos", "video", "videos", "media", "download", "downloads", "links", "language", "english", "chinese",
    "russian", "en", "ru", "cn", "zh", "rss", "comments", "comment", "tags", "likes", "like", "load", "load more", "blog",
    "partners", "products", "services", "careers", "events", "exhibitors", "visitors", "press", "press center", "archive",
    "首页", "主页", "关于我们", "概况", "新闻", "新闻中心", "资讯", "搜索", "菜单", "打印", "分享", "关闭", "更多", "登录",
    "注册", "订阅", "帮助", "图片", "视频", "下载", "中文", "简体", "繁体", "评论", "收藏", "点赞", "正文", "繁體",
    "联系方式", "产品中心", "大", "中", "小", "главная", "о нас", "о компании", "о проекте", "новости", "контакты", "поиск",
    "меню", "печать", "закрыть", "ещё", "еще", "далее", "назад", "вход", "регистрация", "подписка", "помощь", "фото",
    "видео", "медиа", "скачать", "комментарии", "теги", "архив", "проекты", "услуги", "вакансии", "пресс-центр", "афиша",
    "спорт", "погода", "политика", "экономика", "культура", "общество", "происшествия", "рубрики", "подкасты", "мнения",
    "горожане", "справочник", "объявления", "реклама", "лента новостей", "pdf", "cite", "jobs", "horoscope", "weather",
    "sports", "opinion", "lifestyle", "entertainment", "world", "politics", "culture", "business", "exchange rates", "体育",
    "财经", "娱乐", "国际", "国内", "社会", "文化", "教育", "汽车", "房产", "天气", "军事", "科技", "导航", "专题", "时政",
    "滚动", "партнеры", "партнёры", "рус", "eng", "a a a", "а а а",
)  # fmt: skip
# Networks and the class names that share widgets leave behind.
SHARES = (
    "facebook", "twitter", "x", "linkedin", "whatsapp", "telegram", "viber", "instagram", "youtube", "pinterest", "reddit",
    "vk", "vkontakte", "ok", "odnoklassniki", "wechat", "weixin", "weibo", "sina", "tsina", "qq", "sqq", "tqq", "qzone",
    "renren", "douban", "kaixin", "tieba", "huaban", "google", "google+", "email", "copy link", "rss", "mail.ru",
    "livejournal", "skype", "微信", "微博", "新浪微博", "朋友圈", "空间", "qq空间", "腾讯微博", "人人网", "豆瓣",
    "复制链接", "вконтакте", "одноклассники", "телеграм", "твиттер", "фейсбук", "скопировать ссылку",
)  # fmt: skip
# Headings after which, below an article, come links to others.
TAILS = (
    "related news", "related links", "related articles", "related stories", "related reading", "read more", "more news",
    "latest news", "hot news", "top stories", "most read", "most viewed", "recommended for you", "you may also like",
    "相关新闻", "相关链接", "相关报道", "相关阅读", "相关文章", "延伸阅读", "热点新闻", "推荐阅读", "为您推荐",
    "читайте также", "читать также", "смотрите также", "похожие новости", "похожие материалы", "материалы по теме",
    "по теме", "другие новости", "последние новости", "популярные новости", "новости партнеров", "новости партнёров",
)  # fmt: skip
LEGAL = (
    r"©|\(c\)\s*(?:19|20)\d\d|^copyright\b|copyright\s*(?:©|\(c\)|(?:19|20)\d\d)|all rights reserved|版权所有|"
    r"版权归.{1,20}所有|未经(?:书面)?(?:授权|许可).{0,6}(?:不得|禁止)|邮编\s*[:：]|^扫一扫|^扫描.{0,8}二维码|请扫码$|"
    r"icp备|icp证|公网安备|все права защищены|"
    r"перепечатка .{0,40}(?:запрещена|разрешается|только)|использовании материалов .{0,12}(?:сайта|ссылк|гиперссылк)|"
    r"use of .{0,30}cookies|\buses? cookies|cookie (?:policy|settings|consent)|файлы cookie|файлов cookie|使用\s*cookies?|"
    r"enable javascript|включите javascript|your browser (?:does not support|is out of date)|浏览器版本|unsubscribe|"
    r"best viewed (?:with|in|at)|^technical support by|^技术支持[:：]|^powered by\b"
)
# Single words that stand alone under a title without being a name.
NO_NAMES = frozenset(
    "overview introduction background summary news press release abstract conclusion contents agenda programme program report "
    "profile exhibition expo forum technology technologies international national china chinese russia russian the a an of and "
    "for in on military civil science centre center company group university institute ltd inc corp academy ministry about "
    "current history results projects partners new world business economy photo video editor special table figure annex part "
    "chapter section key facts main contacts"
    .split()
)  # fmt: skip
