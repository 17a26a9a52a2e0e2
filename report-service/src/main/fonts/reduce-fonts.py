"""Makes the fonts of reports from Noto Sans SC: reduce-fonts.py <regular.ttf> <bold.ttf> <target directory>.

Each glyph keeps one character, because a PDF maps glyphs back to characters: with two, text copied from a report would hold
the Kangxi radical in place of the character. twins.txt says what a removed character is printed as. Needs fonttools.
"""
import sys
from collections import defaultdict
from fontTools import subset
from fontTools.ttLib import TTFont

def rank(c):
    if c < 0x250: return (0, c)
    if 0x4E00 <= c <= 0x9FFF: return (1, c)
    if 0x3400 <= c <= 0x4DBF: return (2, c)
    if c >= 0x20000 and not 0x2F800 <= c <= 0x2FA1F: return (3, c)
    if 0x3000 <= c <= 0x303F or c in (0x2013, 0x2022): return (3, c)
    if 0x2E80 <= c <= 0x2FDF or 0xF900 <= c <= 0xFAFF or 0x2F800 <= c <= 0x2FA1F: return (9, c)
    return (4, c)

def reduce(source, target, wanted=None):
    font = TTFont(source)
    by_glyph = defaultdict(list)
    for c, g in font.getBestCmap().items():
        if wanted is None or c in wanted: by_glyph[g].append(c)
    keep = {min(cs, key=rank) for cs in by_glyph.values()}
    twins = sorted((c, min(cs, key=rank)) for cs in by_glyph.values() for c in cs if c not in keep)
    o = subset.Options(); o.layout_features = []; o.hinting = False; o.notdef_outline = True; o.name_IDs = ['*']; o.name_languages=['*']
    o.drop_tables += ['vhea', 'vmtx', 'BASE', 'STAT', 'GDEF', 'GPOS', 'GSUB']; o.recalc_timestamp = False
    s = subset.Subsetter(o); s.populate(unicodes=keep); s.subset(font)
    font['cmap'].tables = [t for t in font['cmap'].tables if t.format in (4, 12)]
    font.save(target)
    return twins

uni = set(range(0x20, 0x7f)) | set(range(0x3000, 0x3030)) | set(range(0xff00, 0xff60)) | set(map(ord, '·—…“”‘’×÷±°℃①②③④⑤⑥⑦⑧⑨⑩■□●○▲△★☆、。'))
for hi in range(0xb0, 0xf8):
    for lo in range(0xa1, 0xff):
        try: uni.add(ord(bytes([hi, lo]).decode('gb2312')))
        except UnicodeDecodeError: pass
regular, bold, target = sys.argv[1:]
twins = reduce(regular, target + '/NotoSansSC-Regular.ttf')
reduce(bold, target + '/NotoSansSC-Bold-GB2312.ttf', uni)
with open(target + '/twins.txt', 'w') as out:
    out.writelines(f'{a:04X} {b:04X}\n' for a, b in twins)
