/**
 * Mail clients keep little of a style sheet. What they drop leaves a plain page that still reads in
 * order, so nothing but looks depends on it.
 */
export const HTML_STYLE = `
:root { color-scheme: light dark; }
body { margin: 0; background: #f4f5f7; color: #1c2430; font: 15px/1.5 -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; }
main { max-width: 760px; margin: 0 auto; padding: 32px 24px; background: #ffffff; }
h1 { margin: 0 0 4px; font-size: 26px; line-height: 1.25; letter-spacing: -0.01em; }
h2 { margin: 36px 0 8px; font-size: 17px; line-height: 1.3; }
p { margin: 8px 0; }
ul { margin: 8px 0; padding-left: 20px; }
li { margin: 4px 0; }
a { color: #0b5cad; text-decoration-thickness: 1px; text-underline-offset: 2px; }
.subtitle { color: #566173; margin-bottom: 24px; }
table { width: 100%; border-collapse: collapse; margin: 12px 0; }
th, td { padding: 9px 12px 9px 0; text-align: left; vertical-align: top; font-weight: 400; border-bottom: 1px solid #e3e6eb; overflow-wrap: break-word; }
thead th { padding-bottom: 6px; color: #566173; font-size: 12.5px; border-bottom: 1px solid #c3c9d2; }
.first { display: block; }
td .first:not(:last-child), tbody th .first { font-weight: 600; }
tbody th { hyphens: auto; }
table a { overflow-wrap: anywhere; hyphens: none; }
.line { display: block; color: #566173; font-size: 13px; }
footer { margin-top: 36px; padding-top: 12px; border-top: 1px solid #e3e6eb; color: #566173; font-size: 12.5px; }
@media (prefers-color-scheme: dark) {
  body { background: #10151c; color: #e3e8ef; }
  main { background: #171e28; }
  a { color: #7db8f5; }
  .subtitle, thead th, .line, footer { color: #9aa6b6; }
  th, td { border-bottom-color: #2a3442; }
  thead th { border-bottom-color: #425062; }
  footer { border-top-color: #2a3442; }
}
@media (max-width: 520px) {
  main { padding: 20px 14px; }
  th, td { padding-right: 8px; }
}
@media print {
  body, main { background: #ffffff; color: #000000; }
  main { max-width: none; padding: 0; }
  a { color: #000000; }
  tr, li { break-inside: avoid; }
  h2 { break-after: avoid; }
}
`;
