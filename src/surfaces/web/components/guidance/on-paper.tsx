// SPDX-License-Identifier: Apache-2.0

/** What a printed sheet begins with: what to take away, and what to ask first. A screen shows the same further down, in full. */
export const OnPaper = ({ takeaways, asks }: { takeaways: readonly string[]; asks: readonly string[] }) => (
  <section class="onpaper">
    <h2>Key takeaways</h2>
    <ul>
      {takeaways.map((line) => (
        <li>{line}</li>
      ))}
    </ul>
    <h2>Questions to ask</h2>
    <ol>
      {asks.map((line) => (
        <li>{line}</li>
      ))}
    </ol>
  </section>
);
