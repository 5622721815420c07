/** What the property 通报类型 says of a note: by it the program knows its own notes without opening them. */
export const NOTE_TYPES = { infringement: '侵害通报', takedown: '下架通报', news: '新闻', app: '应用', index: '索引' } as const;

/** The class that styles.css gives room for wide tables and for print. */
export const NOTE_CLASS = 'regulatory-notice';
