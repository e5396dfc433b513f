type Block =
  | { readonly kind: 'heading' | 'paragraph'; readonly text: string }
  | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[] }

/** The third-party notices as headings, paragraphs and tables: the few forms of Markdown they are written in. */
export function NoticesText({ markdown }: { readonly markdown: string }) {
  return (
    // Licence texts stay in their own language.
    <div className="notices-text" lang="en">
      {blocksOf(markdown).map((block, index) =>
        block.kind === 'table' ? (
          <NoticesTable key={index} rows={block.rows} />
        ) : block.kind === 'heading' ? (
          <h3 key={index}>{block.text}</h3>
        ) : (
          <p key={index}>{block.text}</p>
        ),
      )}
    </div>
  )
}

function NoticesTable({ rows }: { readonly rows: readonly (readonly string[])[] }) {
  const [head, ...body] = rows
  return (
    <table className="plain-table">
      <thead>
        <tr>
          {head?.map((cell) => (
            <th key={cell} scope="col">
              {cell}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {body.map((row, index) => (
          <tr key={index}>
            {row.map((cell, column) => (
              <td key={column}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function blocksOf(markdown: string): Block[] {
  return markdown
    .split(/\n{2,}/)
    .map((part) => part.trim())
    .filter((part) => part !== '' && !part.startsWith('# '))
    .map((part): Block => {
      if (part.startsWith('#')) return { kind: 'heading', text: part.replace(/^#+\s*/, '') }
      if (!part.startsWith('|')) return { kind: 'paragraph', text: part.replaceAll('`', '') }
      const rows = part
        .split('\n')
        .filter((line) => !/^\|[\s|:-]+\|$/.test(line))
        .map((line) =>
          line
            .replace(/^\||\|$/g, '')
            .split('|')
            .map((cell) => cell.trim()),
        )
      return { kind: 'table', rows }
    })
}
