/** The manifest as the app hands it to the plugin. */
import { readFileSync } from 'node:fs';
import type { PluginManifest } from 'obsidian';

export const MANIFEST = JSON.parse(readFileSync(new URL('../../manifest.json', import.meta.url), 'utf8')) as PluginManifest;
