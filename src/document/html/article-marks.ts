/** How sites mark the body of an article. */

/** Where sites keep the body, the surest first: ministry and provincial bureaus, then common government systems, then news sites. */
export const SITES: readonly string[] = [
  '#con_con', '.ccontent', '#zoom', '#Zoom', '#UCAP-CONTENT', '.TRS_UEDITOR', '.TRS_Editor', '#js_content', '#artibody', '#article_content', '#articleContent', '#paragraph', '#content_body',
  '.pages_content', '.article-content', '.article_content', '.articleContent', '.post_content', '.news_content', '.content_text', '.rich_media_content', '[itemprop="articleBody"]',
];

/** All of them, for one walk. */
export const ARTICLE_MARKS = SITES.join(', ');
