package cn.publiccredit.subject.collection.file;

/** How much of a file is ever held at once, in characters, and how many cells a row may have. */
public record RowBounds(int longestCell, int longestRow, int mostCells) {}
