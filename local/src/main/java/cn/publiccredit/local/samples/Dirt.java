package cn.publiccredit.local.samples;

import java.util.random.RandomGenerator;

/** What goes wrong in real files; some of it is forgiven by a good importer, most is not. */
enum Dirt {
    WRONG_CHECK_CHARACTER {
        @Override
        void soil(Row row, String item) {
            String code = row.get(item + "_XDR_SHXYM");
            if (!code.isEmpty()) {
                char last = code.charAt(17);
                row.with(item + "_XDR_SHXYM", code.substring(0, 17) + (last == '7' ? '8' : '7'));
            }
        }
    },
    MISSING_DOCUMENT_NUMBER {
        @Override
        void soil(Row row, String item) {
            row.with(item + "_WSH", "");
        }
    },
    MISSING_CONTENT {
        @Override
        void soil(Row row, String item) {
            row.with(item + "_NR", "");
        }
    },
    IMPOSSIBLE_DATE {
        @Override
        void soil(Row row, String item) {
            row.with(item + "_JDRQ", "2025/02/30");
        }
    },
    DATE_IN_WORDS {
        @Override
        void soil(Row row, String item) {
            row.with(item + "_JDRQ", "二〇二五年三月");
        }
    },
    FUTURE_DATE {
        @Override
        void soil(Row row, String item) {
            row.with(item + "_JDRQ", "2098/01/01");
        }
    },
    FULL_WIDTH_CODE {
        @Override
        void soil(Row row, String item) {
            row.with(item + "_XDR_SHXYM", wide(row.get(item + "_XDR_SHXYM")));
        }
    },
    STRAY_BLANKS {
        @Override
        void soil(Row row, String item) {
            row.with(item + "_XDR_MC", "　" + row.get(item + "_XDR_MC") + " ");
            row.with(item + "_XDR_SHXYM", " " + row.get(item + "_XDR_SHXYM"));
        }
    },
    OTHER_BRACKETS {
        @Override
        void soil(Row row, String item) {
            row.with(item + "_WSH", row.get(item + "_WSH").replace('〔', '[').replace('〕', ']'));
        }
    },
    TOO_LONG {
        @Override
        void soil(Row row, String item) {
            row.with(item + "_WSH", row.get(item + "_WSH") + "（续）".repeat(40));
        }
    },
    UNKNOWN_KIND {
        @Override
        void soil(Row row, String item) {
            row.with(item + "_XDR_LB", "企业");
        }
    },
    /** The same row once more: the table adds it twice. */
    TWICE {
        @Override
        void soil(Row row, String item) {
            // the row itself is as it should be
        }
    };

    /** Makes this mistake in a row of XK or CF. */
    abstract void soil(Row row, String item);

    static Dirt any(RandomGenerator random) {
        return values()[random.nextInt(values().length)];
    }

    private static String wide(String text) {
        return text.chars().map(c -> c > ' ' && c < 127 ? c + 0xFEE0 : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }
}
