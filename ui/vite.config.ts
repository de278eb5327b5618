import { createHash } from 'node:crypto';
import { defineConfig, type Plugin } from 'vite';

/* One file: script and style stand in the page, and its policy names them by their digests, so that nothing else can run. */
function oneFile(): Plugin {
  const digest = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
  return {
    name: 'one-file',
    enforce: 'post',
    generateBundle(_, bundle) {
      const html = bundle['index.html'];
      if (html?.type !== 'asset') throw new Error('no index.html');
      let script = '', style = '';
      for (const [name, part] of Object.entries(bundle)) {
        if (part.type === 'chunk') script += part.code.trim();
        else if (name.endsWith('.css')) style += (typeof part.source === 'string' ? part.source : new TextDecoder().decode(part.source)).trim();
        if (name !== 'index.html') delete bundle[name];
      }
      if (script.includes('</script') || style.includes('</style')) throw new Error('the code would end its own element');
      const policy = `default-src 'none'; script-src ${digest(script)}; style-src ${digest(style)}; img-src data:; base-uri 'none'; form-action 'none'`;
      html.source = String(html.source)
        .replace(/<script type="module".*?<\/script>\s*/s, '')
        .replace(/<link rel="stylesheet".*?>\s*/s, '')
        .replace('<!--policy-->', () => `<meta http-equiv="Content-Security-Policy" content="${policy}">`)
        .replace('<!--style-->', () => `<style>${style}</style>`)
        .replace('<!--script-->', () => `<script>${script}</script>`);
    },
  };
}

export default defineConfig({
  build: { target: 'es2022', cssCodeSplit: false, outDir: 'dist', modulePreload: false, rollupOptions: { output: { format: 'iife' } } },
  plugins: [oneFile()],
});
