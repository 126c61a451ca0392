extension Stylesheet {
    /// Lanes of cards, side by side where there is room: how far people are with each of many; text with its line ends.
    static let lanes = """
        .lines { white-space: pre-line }
        .lanes { display: grid; gap: var(--s5) }
        .lanes h2 { font-size: 1.0625rem; margin: 0 0 var(--s2) }
        .lanes h2 .quiet { font-weight: 400 }
        .lanes section { min-width: 0 }
        .lanes ul { list-style: none; margin: 0; padding: 0 }
        .lanes li { border-top: 1px solid var(--line); padding: var(--s3) 0; break-inside: avoid }
        .lanes li p { margin: 0 0 2px; overflow-wrap: anywhere }
        .lanes li a { font-weight: 600 }
        .lane-ways { list-style: none; margin: 0 0 var(--s5); padding: 0 }
        .lane-ways a { display: inline-block; padding: var(--s1) 0 }
        @media (min-width: 1000px) {
          .lane-ways { display: none }
          .lanes { grid-auto-flow: column; grid-auto-columns: minmax(0, 1fr); gap: var(--s5) }
          .lanes.whole ul { columns: 17rem; column-gap: var(--s5) }
        }
        @media print {
          .lane-ways { display: none }
          .lanes { display: block } .lanes section { break-inside: auto; margin-bottom: 5mm }
          .lanes ul { columns: 2; column-gap: 8mm } .lanes li { padding: 1.6mm 0 }
        }
        """
}
