/** Two small notices that are made up: an agency, firms and apps that nobody has, in the form of real ones. */
import type { ImportSource } from '../import-notices';

const FIRST = `---
title: 示范省关于侵害用户权益行为APP的通报（示例）
date: 2024-03-06
---

本篇为示例，机关、企业和应用均为虚构。

我局抽查了 60 款应用，其中 4 款在限期内没有改好，现公布名单如下。有关企业应于 3 月 13 日前完成整改。

示范省通信管理局
2024年3月6日

附件：未完成整改的APP名单

| 序号 | 应用名称 | 应用开发者 | 应用来源 | 应用版本 | 所涉问题 |
|---|---|---|---|---|---|
| 1 | 青团记账 | 示范市青团软件有限公司 | 应用宝 | 3.2.0 | 违规收集个人信息 |
| | | | | | APP强制、频繁、过度索取权限 |
| 2 | 山雀天气 | 示范市山雀科技有限公司 | 华为应用市场 | 1.8.5 | 超范围收集个人信息 |
| 3 | 慢邮明信片 | 示范市慢邮网络有限公司 | 小米应用商店 | 2.0.1 | 违规使用个人信息 |
| 4 | 灯下读书 | 示范市灯下文化有限公司 | 应用宝 | 5.4 | 账号注销难 |
`;

const SECOND = `---
title: 示范省关于下架侵害用户权益APP名单的通报（示例）
date: 2024-03-20
---

本篇为示例，机关、企业和应用均为虚构。

3月6日，我局通报了 4 款存在侵害用户权益行为的应用。复查时仍有 1 款没有改好，现要求各应用商店予以下架。

示范省通信管理局
2024年3月20日

附件：下架的APP名单

| 序号 | 应用名称 | 应用开发者 | 应用来源 | 应用版本 |
|---|---|---|---|---|
| 1 | 山雀天气 | 示范市山雀科技有限公司 | 华为应用市场 | 1.8.6 |
`;

/** The demo as the files that a user would pick. */
export function demoNotices(): readonly ImportSource[] {
  const encoder = new TextEncoder();
  return [FIRST, SECOND].map((text, i) => ({ fileName: `demo-${i + 1}.md`, bytes: encoder.encode(text) }));
}
