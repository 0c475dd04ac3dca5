/** A form that is not written, the one that is, and what may be written all the same. */
export interface Forbidden {
  readonly form: RegExp;
  readonly right: string;
  /** Parts of texts in which the form means another thing. */
  readonly but?: RegExp;
  /** The files that it holds for; all of them without. */
  readonly of?: RegExp;
}

const japanese = '[\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Han}ー]';
const ofReports = /core\/(show\/(report|certificate)\/|biology\/classification\/|gating\/(automatic\/kind|quality|strategy)\/)/;
const particle = '(から|[はがのをにとでもへや])';

/** In the window, on paper, on the command line and in the guides. */
export const forbiddenJapanese: readonly Forbidden[] = [
  { form: /サンプル/, right: '検体' },
  { form: /レポート/, right: '報告書' },
  { form: /ポピュレーション/, right: '細胞集団' },
  { form: /模擬(サンプル|検体|ロット)|シミュレーション(検体|データ)/, right: '模擬データ' },
  { form: /変更履歴/, right: '監査証跡' },
  { form: /標準検体|対照試料/, right: '対照検体' },
  { form: /管理(試料|用検体)/, right: '精度管理検体' },
  { form: /(測定の|取得)品質/, right: '測定品質' },
  { form: /機器|サイトメーター/, right: '装置', but: /フローサイトメーター/ },
  { form: /製造番号/, right: '装置シリアル番号' },
  { form: /親(ゲート)?比/, right: '親集団比' },
  { form: /(全イベント|全体)比/, right: '総イベント比' },
  { form: /比 ?%/, right: '… 比 (%)' },
  { form: /手動確認/, right: '要判断' },
  { form: /ゲートの信号|信号(機|灯)|信号は(緑|黄|赤|その)/, right: 'ゲート評価' },
  { form: /\b(amber|green|red)で/, right: '要確認、良好、要判断' },
  { form: /測定回|個のラン|(^|[^定])ラン(ごと|・)/, right: '測定ラン' },
  { form: /(?<!\()四分割/, right: 'クアドラント' },
  { form: /論理演算|ブール(?!コンテナ)/, right: 'ブーリアン' },
  { form: /分割線|区切り(位置|より|を動か|に|の評価)|想定される区切り/, right: '境界' },
  { form: /目盛り外|軸の外(?!の細胞)/, right: 'スケール外' },
  { form: /目盛り(?!を|が|の数|の上で|ラベル)/, right: 'スケール' },
  { form: /FMO対照|単染色対照|未染色対照/, right: 'コントロール' },
  { form: /生存(単一|率)|生存単一/, right: '生細胞・シングレット、生細胞率' },
  { form: /死細胞は抗体を/, right: '死細胞には抗体が' },
  { form: /{from}の光|の光の/, right: '蛍光の漏れ込み' },
  { form: /個別変更/, right: '個別ゲート(手動)' },
  { form: /(^|[^一-龠々\d])人(が|に|の(判断|手|変更|ゲート))/, right: '担当者' },
  { form: /矛盾しない分類|否定できない$/, right: '整合する培養法、除外できない' },
  { form: /元に戻した|やり直した|戻した$/, right: '名詞止め' },
  { form: /すべて(承認|却下)/, right: '一括承認、一括却下' },
  { form: /再ゲート(?!ィ)/, right: '再ゲーティング' },
  { form: /読み込めず/, right: '読み込み不可' },
  { form: /約束どおり/, right: '仕様どおり' },
  { form: /生物学的に不自然.*細胞としては/, right: '生物学的に不自然' },
  { form: /似ていません/, right: '不一致' },
  { form: /該当|否定|無効|判断できない/, right: '適合、除外、判定対象外、判定不能', of: ofReports },
  {
    form: /規格(?!値|未設定| \{items}|は別の品目|の対象外)/,
    right: '規格値、判定限界',
    of: /core\/show\/(report|certificate)\/|features\/culture\//,
  },
  { form: /[（）：？！％；]/, right: 'half-width ( ) : ? ! % ;' },
  { form: /[\d}] %/, right: '73.7%' },
  { form: /CD\d+(R[AO])?-(?=CD|[^\w-]|$)/, right: 'CD3−, with U+2212' },
  { form: /[\d}] ?~ ?[\d{]/, right: '〜' },
  { form: new RegExp(`[A-Za-z0-9}%)] (?!第[{\\d])(?=${japanese})`, 'u'), right: 'no space between Latin and kanji' },
  {
    form: new RegExp(`(?<!あり|なし|取り)(?<=\\p{Script=Hiragana}) (?=[A-Za-z0-9{])|${japanese} (?!p \\{)(?=[A-Za-z])`, 'u'),
    right: 'no space between kanji and Latin',
  },
  { form: new RegExp(`${japanese} (?=\\{[\\w.]+\\}${particle})`, 'u'), right: 'no space before a name with a particle' },
];

export const forbiddenEnglish: readonly Forbidden[] = [
  { form: /needs a person|waits? for a person/, right: 'manual review required' },
  { form: /doubt (of )?[\d{]/, right: 'uncertainty ±… pp' },
  { form: /standard errors deep|kinds of events|in the valley between/, right: 'density minimum between populations' },
  { form: /another place that the data allow|elsewhere it would/, right: 'within its plausible range, other placements' },
  { form: /small: unlike/, right: 'profile match p (low = poor match)' },
  { form: /[Ww]hat would decide|[Ww]hat the call rests/, right: 'measurements needed for, used for a call' },
  { form: /do not single out/, right: 'no single culture method can be assigned' },
  { form: /[Aa]gainst the declaration/, right: 'declared method' },
  { form: /^cannot (be told|tell)$/, right: 'inconclusive' },
  { form: /^Gate, points|Counted of/, right: 'effect of gate position (pp), count / denominator' },
  { form: /^Neither( \(|$)/, right: 'double negative' },
  { form: /\bguess(ed)?\b|\bodd\b/, right: 'assumed' },
  { form: /[Tt]aken off by/, right: 'internalised after' },
  { form: /of the light of|light of .* is left/, right: 'residual spillover' },
  { form: /bind every antibod/, right: 'bind antibodies non-specifically' },
  { form: /result is restricted/, right: 'interpret with caution' },
  { form: /\bclock\b/, right: 'time parameter', but: /instrument clock|clockwise/ },
  { form: /flow (fell|surged)/, right: 'flow rate dropped, spiked' },
  { form: /[Gg]ated? again/, right: 're-gate' },
  { form: /\bflips?\b/, right: 'changes' },
  { form: /Kept queries|Forget “/, right: 'saved searches, delete' },
  { form: /\bsiblings?\b/, right: 'other samples of the run' },
  { form: /what is whole/, right: 'intact events' },
  { form: /\b[Tt]ake in\b/, right: 'import' },
  { form: /^(Un)?[Ff]old($| the)/, right: 'collapse, expand', but: /^Fold$/ },
  { form: /A number from 0/, right: 'enter 0 or more' },
  { form: /\blearnt\b|\bcolor/, right: 'learned, colour' },
  { form: /what stood|result that stands/, right: 'previous, current result' },
  { form: /[\d}]%/, right: '73.7 %' },
  { form: /CD\d+-(?=CD|[^\w-]|$)/, right: 'CD3−, with U+2212' },
];
