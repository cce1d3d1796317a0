import { defineConfig } from 'wxt';

const permissions = [
  'webRequest',
  'webNavigation',
  'cookies',
  'storage',
  'scripting',
  'declarativeNetRequestWithHostAccess',
];

export default defineConfig({
  modules: ['@wxt-dev/module-svelte'],
  imports: false,
  hooks: {
    // `imports: false` leaves the transform at work, and it takes a method `#tick` for Svelte's `tick`.
    'config:resolved': (wxt) => {
      Object.assign(wxt.config.imports, { exclude: [/./] });
    },
  },
  publicDir: 'assets/public',
  manifestVersion: 3,
  svelte: { vite: { compilerOptions: { fragments: 'tree' } } },
  vite: () => ({ build: { rolldownOptions: { optimization: { inlineConst: false } } } }),
  manifest: ({ browser }) => ({
    name: '__MSG_extensionName__',
    description: '__MSG_extensionDescription__',
    default_locale: 'en',
    permissions: browser === 'firefox' ? [...permissions, 'dns'] : permissions,
    host_permissions: ['<all_urls>'],
    // One background for all windows: it is there to forget a private window when it is closed.
    incognito: 'spanning',
    action: { default_title: '__MSG_actionTitle__' },
    content_security_policy: {
      extension_pages:
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src https: http://localhost:* http://*.localhost:*",
    },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'candor@candor.example',
              strict_min_version: '153.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : { minimum_chrome_version: '145' }),
  }),
});
