<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_TW">
<context>
    <name>ArchiveUrl</name>
    <message>
        <source>The address is missing.</source>
        <translation>缺少位址。</translation>
    </message>
    <message>
        <source>This is not an address. It begins with http:// or https://.</source>
        <translation>這不是有效位址。位址以 http:// 或 https:// 開頭。</translation>
    </message>
    <message>
        <source>The address must not contain a user name or password.</source>
        <translation>位址中不能包含使用者名稱或密碼。</translation>
    </message>
    <message>
        <source>The address must not contain “?” or “#”.</source>
        <translation>位址中不能包含「?」或「#」。</translation>
    </message>
</context>
<context>
    <name>ArrangeCommands</name>
    <message>
        <source>The rest of a series that was split by hand stays as it is: show the series as they are stored first.</source>
        <translation>手動拆分後餘下的部分不能再拆分或合併：請先恢復原始序列。</translation>
    </message>
    <message>
        <source>Show the image with which the second part shall begin; it cannot be the first of the stack.</source>
        <translation>請先顯示第二部分開頭的影像；它不能是本組的第一幅。</translation>
    </message>
    <message>
        <source>Segmentations are not split by hand.</source>
        <translation>分割不能手動拆分。</translation>
    </message>
    <message>
        <source>What was put together by hand cannot be split: show the series as they are stored first.</source>
        <translation>手動合併的序列不能拆分：請先恢復原始序列。</translation>
    </message>
    <message>
        <source>There is no next series to put this one together with.</source>
        <translation>後面沒有可與之合併的序列。</translation>
    </message>
    <message>
        <source>The view shows no series.</source>
        <translation>該視圖未顯示序列。</translation>
    </message>
    <message>
        <source>The series are as they are stored.</source>
        <translation>各序列已是原始狀態。</translation>
    </message>
    <message>
        <source>There is no other series to put this one together with.</source>
        <translation>沒有可與之合併的其他序列。</translation>
    </message>
</context>
<context>
    <name>BodyPart</name>
    <message>
        <source>ABDOMEN</source>
        <translation>腹部</translation>
    </message>
    <message>
        <source>ABDOMENPELVIS</source>
        <translation>腹骨盆</translation>
    </message>
    <message>
        <source>ANKLE</source>
        <translation>踝關節</translation>
    </message>
    <message>
        <source>ARM</source>
        <translation>上臂</translation>
    </message>
    <message>
        <source>BRAIN</source>
        <translation>腦部</translation>
    </message>
    <message>
        <source>BREAST</source>
        <translation>乳房</translation>
    </message>
    <message>
        <source>CHEST</source>
        <translation>胸部</translation>
    </message>
    <message>
        <source>CHESTABDOMEN</source>
        <translation>胸腹部</translation>
    </message>
    <message>
        <source>CHESTABDPELVIS</source>
        <translation>胸腹骨盆</translation>
    </message>
    <message>
        <source>CLAVICLE</source>
        <translation>鎖骨</translation>
    </message>
    <message>
        <source>COLON</source>
        <translation>結腸</translation>
    </message>
    <message>
        <source>CSPINE</source>
        <translation>頸椎</translation>
    </message>
    <message>
        <source>EAR</source>
        <translation>耳部</translation>
    </message>
    <message>
        <source>ELBOW</source>
        <translation>肘關節</translation>
    </message>
    <message>
        <source>EXTREMITY</source>
        <translation>四肢</translation>
    </message>
    <message>
        <source>EYE</source>
        <translation>眼部</translation>
    </message>
    <message>
        <source>FEMUR</source>
        <translation>股骨</translation>
    </message>
    <message>
        <source>FINGER</source>
        <translation>手指</translation>
    </message>
    <message>
        <source>FOOT</source>
        <translation>足部</translation>
    </message>
    <message>
        <source>FOREARM</source>
        <translation>前臂</translation>
    </message>
    <message>
        <source>HAND</source>
        <translation>手部</translation>
    </message>
    <message>
        <source>HEAD</source>
        <translation>頭部</translation>
    </message>
    <message>
        <source>HEADNECK</source>
        <translation>頭頸部</translation>
    </message>
    <message>
        <source>HEART</source>
        <translation>心臟</translation>
    </message>
    <message>
        <source>HIP</source>
        <translation>髖關節</translation>
    </message>
    <message>
        <source>HUMERUS</source>
        <translation>肱骨</translation>
    </message>
    <message>
        <source>JAW</source>
        <translation>顎骨</translation>
    </message>
    <message>
        <source>KIDNEY</source>
        <translation>腎臟</translation>
    </message>
    <message>
        <source>KNEE</source>
        <translation>膝關節</translation>
    </message>
    <message>
        <source>LEG</source>
        <translation>下肢</translation>
    </message>
    <message>
        <source>LIVER</source>
        <translation>肝臟</translation>
    </message>
    <message>
        <source>LSPINE</source>
        <translation>腰椎</translation>
    </message>
    <message>
        <source>LUNG</source>
        <translation>肺部</translation>
    </message>
    <message>
        <source>MAXILLA</source>
        <translation>上顎骨</translation>
    </message>
    <message>
        <source>NECK</source>
        <translation>頸部</translation>
    </message>
    <message>
        <source>NOSE</source>
        <translation>鼻部</translation>
    </message>
    <message>
        <source>PANCREAS</source>
        <translation>胰臟</translation>
    </message>
    <message>
        <source>PELVIS</source>
        <translation>骨盆</translation>
    </message>
    <message>
        <source>PROSTATE</source>
        <translation>攝護腺</translation>
    </message>
    <message>
        <source>RIB</source>
        <translation>肋骨</translation>
    </message>
    <message>
        <source>SHOULDER</source>
        <translation>肩關節</translation>
    </message>
    <message>
        <source>SINUS</source>
        <translation>鼻竇</translation>
    </message>
    <message>
        <source>SKULL</source>
        <translation>顱骨</translation>
    </message>
    <message>
        <source>SPINE</source>
        <translation>脊椎</translation>
    </message>
    <message>
        <source>SSPINE</source>
        <translation>薦椎</translation>
    </message>
    <message>
        <source>STERNUM</source>
        <translation>胸骨</translation>
    </message>
    <message>
        <source>THIGH</source>
        <translation>大腿</translation>
    </message>
    <message>
        <source>TIBIA</source>
        <translation>脛骨</translation>
    </message>
    <message>
        <source>TOE</source>
        <translation>腳趾</translation>
    </message>
    <message>
        <source>TSPINE</source>
        <translation>胸椎</translation>
    </message>
    <message>
        <source>UTERUS</source>
        <translation>子宮</translation>
    </message>
    <message>
        <source>WHOLEBODY</source>
        <translation>全身</translation>
    </message>
    <message>
        <source>WRIST</source>
        <translation>腕關節</translation>
    </message>
</context>
<context>
    <name>Calibrating</name>
    <message>
        <source>No image is shown here.</source>
        <translation>此處沒有影像。</translation>
    </message>
    <message>
        <source>Not calibrated by hand: this image says itself where its pixels lie in the patient.</source>
        <translation>不作手動校準：此影像本身已註明像素在病人體內的位置。</translation>
    </message>
    <message>
        <source>Not calibrated by hand: this image brings the scale of the ultrasound machine.</source>
        <translation>不作手動校準：此影像帶有超音波儀器的比例尺。</translation>
    </message>
</context>
<context>
    <name>CellForm</name>
    <message>
        <source>any</source>
        <translation>任意</translation>
    </message>
    <message>
        <source>L (left)</source>
        <translation>L（左）</translation>
    </message>
    <message>
        <source>R (right)</source>
        <translation>R（右）</translation>
    </message>
    <message>
        <source>A (anterior)</source>
        <translation>A（前）</translation>
    </message>
    <message>
        <source>P (posterior)</source>
        <translation>P（後）</translation>
    </message>
    <message>
        <source>H (head)</source>
        <translation>H（頭）</translation>
    </message>
    <message>
        <source>F (feet)</source>
        <translation>F（足）</translation>
    </message>
    <message>
        <source>Leave this view free</source>
        <translation>此視圖留空</translation>
    </message>
    <message>
        <source>Which that fits</source>
        <translation>符合者中的第幾個</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>影像</translation>
    </message>
    <message>
        <source>the first</source>
        <translation>第一幅</translation>
    </message>
    <message>
        <source>the middle one</source>
        <translation>中間一幅</translation>
    </message>
    <message>
        <source>the last</source>
        <translation>最後一幅</translation>
    </message>
    <message>
        <source>the first key image</source>
        <translation>第一幅關鍵影像</translation>
    </message>
    <message>
        <source>Study</source>
        <translation>檢查</translation>
    </message>
    <message>
        <source>the current one</source>
        <translation>本次檢查</translation>
    </message>
    <message>
        <source>a prior</source>
        <translation>既往檢查</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>比例</translation>
    </message>
    <message>
        <source>fitted into the view</source>
        <translation>適合視圖</translation>
    </message>
    <message>
        <source>the same in all such views</source>
        <translation>此類視圖統一比例</translation>
    </message>
    <message>
        <source>true size</source>
        <translation>實際大小</translation>
    </message>
    <message>
        <source>Scrolls with the others</source>
        <translation>隨其他視圖連動捲動</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗</translation>
    </message>
    <message>
        <source>as the file says</source>
        <translation>按檔案</translation>
    </message>
    <message>
        <source>centre and width</source>
        <translation>指定窗位和窗寬</translation>
    </message>
    <message>
        <source>Centre of the window</source>
        <translation>窗位</translation>
    </message>
    <message>
        <source>Width of the window</source>
        <translation>窗寬</translation>
    </message>
    <message>
        <source>Centre</source>
        <translation>窗位</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>窗寬</translation>
    </message>
    <message>
        <source>Alignment</source>
        <translation>對齊</translation>
    </message>
    <message>
        <source>as stored</source>
        <translation>按儲存方向</translation>
    </message>
    <message>
        <source>turned</source>
        <translation>旋轉</translation>
    </message>
    <message>
        <source>by patient letters</source>
        <translation>按方位字母</translation>
    </message>
    <message>
        <source>by the chest wall</source>
        <translation>按胸壁</translation>
    </message>
    <message>
        <source>Clockwise</source>
        <translation>順時針</translation>
    </message>
    <message>
        <source>mirrored before</source>
        <translation>先左右鏡像</translation>
    </message>
    <message>
        <source>Letter at the left edge</source>
        <translation>左緣字母</translation>
    </message>
    <message>
        <source>Letter at the upper edge</source>
        <translation>上緣字母</translation>
    </message>
    <message>
        <source>Left edge</source>
        <translation>左緣</translation>
    </message>
    <message>
        <source>Upper edge</source>
        <translation>上緣</translation>
    </message>
    <message>
        <source>Chest wall</source>
        <translation>胸壁</translation>
    </message>
    <message>
        <source>back to back, by the side</source>
        <translation>按側別背靠背</translation>
    </message>
    <message>
        <source>to the left</source>
        <translation>朝左</translation>
    </message>
    <message>
        <source>to the right</source>
        <translation>朝右</translation>
    </message>
</context>
<context>
    <name>CertificateFile</name>
    <message>
        <source>The file of the certificate authority does not exist or cannot be read.</source>
        <translation>憑證授權單位檔案不存在或無法讀取。</translation>
    </message>
    <message>
        <source>There is no certificate in this file. It must be a PEM file (BEGIN CERTIFICATE).</source>
        <translation>此檔案中沒有憑證。它必須是 PEM 檔案（BEGIN CERTIFICATE）。</translation>
    </message>
</context>
<context>
    <name>ClinicalText</name>
    <message>
        <source>Cut</source>
        <translation>截斷</translation>
    </message>
    <message>
        <source>The document is longer than is shown here</source>
        <translation>文件比此處顯示的更長</translation>
    </message>
</context>
<context>
    <name>Command</name>
    <message>
        <source>Go to the worklist</source>
        <translation>前往工作清單</translation>
    </message>
    <message>
        <source>Search the worklist</source>
        <translation>在工作清單中搜尋</translation>
    </message>
    <message>
        <source>Open a folder</source>
        <translation>開啟資料夾</translation>
    </message>
    <message>
        <source>Open files</source>
        <translation>開啟檔案</translation>
    </message>
    <message>
        <source>Close the tab</source>
        <translation>關閉分頁</translation>
    </message>
    <message>
        <source>Next tab</source>
        <translation>下一個分頁</translation>
    </message>
    <message>
        <source>Previous tab</source>
        <translation>上一個分頁</translation>
    </message>
    <message>
        <source>All commands</source>
        <translation>全部命令</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Add an archive</source>
        <translation>新增歸檔</translation>
    </message>
    <message>
        <source>Dark colours</source>
        <translation>深色外觀</translation>
    </message>
    <message>
        <source>Light colours</source>
        <translation>淺色外觀</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>結束</translation>
    </message>
    <message>
        <source>Fold or show the panels</source>
        <translation>收合或顯示側欄</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>全螢幕</translation>
    </message>
    <message>
        <source>Next part of the window</source>
        <translation>視窗的下一個區域</translation>
    </message>
    <message>
        <source>Text over images</source>
        <translation>影像上的文字</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>復原</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Next slice</source>
        <translation>下一層</translation>
    </message>
    <message>
        <source>Previous slice</source>
        <translation>上一層</translation>
    </message>
    <message>
        <source>First slice</source>
        <translation>第一層</translation>
    </message>
    <message>
        <source>Last slice</source>
        <translation>最後一層</translation>
    </message>
    <message>
        <source>Ten slices on</source>
        <translation>向後十層</translation>
    </message>
    <message>
        <source>Ten slices back</source>
        <translation>向前十層</translation>
    </message>
    <message>
        <source>Rotate left 90°</source>
        <translation>向左旋轉 90°</translation>
    </message>
    <message>
        <source>Rotate right 90°</source>
        <translation>向右旋轉 90°</translation>
    </message>
    <message>
        <source>Mirror left-right</source>
        <translation>左右翻轉</translation>
    </message>
    <message>
        <source>Mirror top-bottom</source>
        <translation>上下翻轉</translation>
    </message>
    <message>
        <source>Invert greys</source>
        <translation>灰階反相</translation>
    </message>
    <message>
        <source>Fit to view</source>
        <translation>符合視窗</translation>
    </message>
    <message>
        <source>One image pixel per screen pixel</source>
        <translation>一比一像素顯示</translation>
    </message>
    <message>
        <source>Reset view</source>
        <translation>重設</translation>
    </message>
    <message>
        <source>One view</source>
        <translation>單視圖</translation>
    </message>
    <message>
        <source>Four views</source>
        <translation>四視圖</translation>
    </message>
    <message>
        <source>Window as the file says</source>
        <translation>檔案中的窗寬窗位</translation>
    </message>
    <message>
        <source>Left button scrolls</source>
        <translation>左鍵翻層</translation>
    </message>
    <message>
        <source>Left button sets the window</source>
        <translation>左鍵調窗</translation>
    </message>
    <message>
        <source>Left button zooms</source>
        <translation>左鍵縮放</translation>
    </message>
    <message>
        <source>Left button pans</source>
        <translation>左鍵平移</translation>
    </message>
    <message>
        <source>Left button rotates</source>
        <translation>左鍵旋轉</translation>
    </message>
    <message>
        <source>Left button probes values</source>
        <translation>左鍵測值</translation>
    </message>
    <message>
        <source>Window: %1</source>
        <translation>窗位：%1</translation>
    </message>
    <message>
        <source>Try failed images again</source>
        <translation>重試失敗的影像</translation>
    </message>
    <message>
        <source>Open the studies that have no tab yet</source>
        <translation>開啟尚無分頁的檢查</translation>
    </message>
    <message>
        <source>What was left out when opening</source>
        <translation>檢視未開啟的檔案和檢查</translation>
    </message>
    <message>
        <source>Next series</source>
        <translation>下一個序列</translation>
    </message>
    <message>
        <source>Previous series</source>
        <translation>上一個序列</translation>
    </message>
    <message>
        <source>This view alone, or all again</source>
        <translation>單獨顯示此檢視，或恢復全部</translation>
    </message>
    <message>
        <source>Delete my mark</source>
        <translation>刪除我的標記</translation>
    </message>
    <message>
        <source>What is wrong with these images</source>
        <translation>這些影像存在的問題</translation>
    </message>
    <message>
        <source>Choose the columns of the worklist</source>
        <translation>選擇工作清單的欄</translation>
    </message>
    <message>
        <source>Save this search of the worklist</source>
        <translation>儲存工作清單的這個檢索</translation>
    </message>
    <message>
        <source>Choose a layout</source>
        <translation>選擇版面配置</translation>
    </message>
    <message>
        <source>Play or stop the stack</source>
        <translation>播放或停止</translation>
    </message>
    <message>
        <source>Play faster</source>
        <translation>加快播放</translation>
    </message>
    <message>
        <source>Play slower</source>
        <translation>減慢播放</translation>
    </message>
    <message>
        <source>Next slice, from the last to the first</source>
        <translation>下一層（末層後回到首層）</translation>
    </message>
    <message>
        <source>Layout %1 × %2</source>
        <translation>版面配置 %1 × %2</translation>
    </message>
    <message>
        <source>Keyboard settings</source>
        <translation>鍵盤設定</translation>
    </message>
    <message>
        <source>Mouse settings</source>
        <translation>滑鼠設定</translation>
    </message>
    <message>
        <source>Menu of what the keyboard is on</source>
        <translation>目前物件的選單</translation>
    </message>
    <message>
        <source>Open the chosen study</source>
        <translation>開啟所選檢查</translation>
    </message>
    <message>
        <source>Copy the accession number</source>
        <translation>複製檢查單號</translation>
    </message>
    <message>
        <source>Repair log</source>
        <translation>修復記錄</translation>
    </message>
    <message>
        <source>Copy details of the image</source>
        <translation>複製影像資訊</translation>
    </message>
    <message>
        <source>Show the chosen series in the active view</source>
        <translation>在目前視圖中顯示所選序列</translation>
    </message>
    <message>
        <source>Scroll views of one frame of reference together</source>
        <translation>同一參考座標系的視圖連動捲動</translation>
    </message>
    <message>
        <source>Scroll views together from where they stand (offset link)</source>
        <translation>從目前位置起連動捲動（偏移連動）</translation>
    </message>
    <message>
        <source>Reference lines</source>
        <translation>定位線</translation>
    </message>
    <message>
        <source>Reference lines of the first and last slice</source>
        <translation>首末層定位線</translation>
    </message>
    <message>
        <source>Next window of the file</source>
        <translation>檔案中的下一組窗</translation>
    </message>
    <message>
        <source>Type centre and width of the window</source>
        <translation>輸入窗位和窗寬</translation>
    </message>
    <message>
        <source>True size</source>
        <translation>實際大小</translation>
    </message>
    <message>
        <source>Magnifier (hold, or tap)</source>
        <translation>放大鏡（按住或點按）</translation>
    </message>
    <message>
        <source>Magnifier 2×</source>
        <translation>放大鏡 2×</translation>
    </message>
    <message>
        <source>Magnifier 3×</source>
        <translation>放大鏡 3×</translation>
    </message>
    <message>
        <source>Magnifier 4×</source>
        <translation>放大鏡 4×</translation>
    </message>
    <message>
        <source>Slab: MIP, MinIP, mean, none</source>
        <translation>厚層：MIP、MinIP、平均、無</translation>
    </message>
    <message>
        <source>Slab: maximum (MIP)</source>
        <translation>厚層：最大密度（MIP）</translation>
    </message>
    <message>
        <source>Slab: minimum (MinIP)</source>
        <translation>厚層：最小密度（MinIP）</translation>
    </message>
    <message>
        <source>Slab: mean</source>
        <translation>厚層：平均</translation>
    </message>
    <message>
        <source>Slab: thicker by a slice</source>
        <translation>厚層：加厚一層</translation>
    </message>
    <message>
        <source>Slab: thinner by a slice</source>
        <translation>厚層：減薄一層</translation>
    </message>
    <message>
        <source>Slab: none</source>
        <translation>厚層：無</translation>
    </message>
    <message>
        <source>Enhance: sharpen (one level more)</source>
        <translation>增強：銳化（加一級）</translation>
    </message>
    <message>
        <source>Enhance: smooth (one level more)</source>
        <translation>增強：平滑（加一級）</translation>
    </message>
    <message>
        <source>Enhance: edges (one level more)</source>
        <translation>增強：邊緣（加一級）</translation>
    </message>
    <message>
        <source>Enhance: local contrast (one level more)</source>
        <translation>增強：局部對比度（加一級）</translation>
    </message>
    <message>
        <source>Enhance: one level less</source>
        <translation>增強：減一級</translation>
    </message>
    <message>
        <source>Enhance: nothing</source>
        <translation>增強：無</translation>
    </message>
    <message>
        <source>Colours: next map</source>
        <translation>偽彩：下一種</translation>
    </message>
    <message>
        <source>Colours: grey</source>
        <translation>偽彩：灰階</translation>
    </message>
    <message>
        <source>Colours: Hot Iron</source>
        <translation>偽彩：熱鐵</translation>
    </message>
    <message>
        <source>Colours: PET</source>
        <translation>偽彩：PET</translation>
    </message>
    <message>
        <source>Colours: Hot Metal Blue</source>
        <translation>偽彩：熱金屬藍</translation>
    </message>
    <message>
        <source>Colours: PET 20 Step</source>
        <translation>偽彩：PET 20 級</translation>
    </message>
    <message>
        <source>Colours: Rainbow</source>
        <translation>偽彩：彩虹</translation>
    </message>
    <message>
        <source>Measure this monitor with a ruler</source>
        <translation>用直尺測量本顯示器</translation>
    </message>
    <message>
        <source>Window: %1 (0.5 to 99.5 % of the values)</source>
        <translation>窗：%1（取值的 0.5–99.5 %）</translation>
    </message>
    <message>
        <source>Document: next page or document</source>
        <translation>文件：下一頁或下一份</translation>
    </message>
    <message>
        <source>Document: previous page or document</source>
        <translation>文件：上一頁或上一份</translation>
    </message>
    <message>
        <source>Document: find text</source>
        <translation>文件：尋找文字</translation>
    </message>
    <message>
        <source>Document: larger</source>
        <translation>文件：放大</translation>
    </message>
    <message>
        <source>Document: smaller</source>
        <translation>文件：縮小</translation>
    </message>
    <message>
        <source>Open the newest prior report</source>
        <translation>開啟最近的既往報告</translation>
    </message>
    <message>
        <source>ECG: 3 × 4 and rhythm</source>
        <translation>心電圖：3 × 4 加節律</translation>
    </message>
    <message>
        <source>ECG: 6 × 2</source>
        <translation>心電圖：6 × 2</translation>
    </message>
    <message>
        <source>ECG: 12 × 1</source>
        <translation>心電圖：12 × 1</translation>
    </message>
    <message>
        <source>ECG: channels as recorded</source>
        <translation>心電圖：依記錄順序</translation>
    </message>
    <message>
        <source>ECG: 12.5 mm/s</source>
        <translation>心電圖：12.5 mm/s</translation>
    </message>
    <message>
        <source>ECG: 25 mm/s</source>
        <translation>心電圖：25 mm/s</translation>
    </message>
    <message>
        <source>ECG: 50 mm/s</source>
        <translation>心電圖：50 mm/s</translation>
    </message>
    <message>
        <source>ECG: 5 mm/mV</source>
        <translation>心電圖：5 mm/mV</translation>
    </message>
    <message>
        <source>ECG: 10 mm/mV</source>
        <translation>心電圖：10 mm/mV</translation>
    </message>
    <message>
        <source>ECG: 20 mm/mV</source>
        <translation>心電圖：20 mm/mV</translation>
    </message>
    <message>
        <source>Lock the screen</source>
        <translation>鎖定螢幕</translation>
    </message>
    <message>
        <source>Switch person</source>
        <translation>切換人員</translation>
    </message>
    <message>
        <source>People and passwords</source>
        <translation>人員與密碼</translation>
    </message>
    <message>
        <source>Urgent studies first, or in the list&apos;s order</source>
        <translation>急件檢查置頂，或按清單順序</translation>
    </message>
    <message>
        <source>Stop reading files</source>
        <translation>停止讀取檔案</translation>
    </message>
    <message>
        <source>Outlines over images</source>
        <translation>影像上的輪廓</translation>
    </message>
    <message>
        <source>Split the series before this image</source>
        <translation>從此影像起拆分序列</translation>
    </message>
    <message>
        <source>Put this series together with the next</source>
        <translation>與下一序列合併</translation>
    </message>
    <message>
        <source>Series as they are stored</source>
        <translation>恢復原始序列</translation>
    </message>
    <message>
        <source>Refresh the worklist; in the settings: test the connection</source>
        <translation>重新整理工作清單；在設定中：測試連線</translation>
    </message>
    <message>
        <source>Copy the selected mark</source>
        <translation>複製選取的標記</translation>
    </message>
    <message>
        <source>Put the copied mark on this image</source>
        <translation>將複製的標記貼到此影像</translation>
    </message>
    <message>
        <source>Edit the text of a mark</source>
        <translation>編輯標記文字</translation>
    </message>
    <message>
        <source>Label back beside its mark</source>
        <translation>標籤放回標記旁</translation>
    </message>
    <message>
        <source>Select the next mark of the image</source>
        <translation>選取影像上的下一個標記</translation>
    </message>
    <message>
        <source>Go to the selected mark</source>
        <translation>移至選取的標記</translation>
    </message>
    <message>
        <source>List of marks</source>
        <translation>標記清單</translation>
    </message>
    <message>
        <source>Nudge a mark to the left</source>
        <translation>標記向左微移</translation>
    </message>
    <message>
        <source>Nudge a mark to the right</source>
        <translation>標記向右微移</translation>
    </message>
    <message>
        <source>Nudge a mark upwards</source>
        <translation>標記向上微移</translation>
    </message>
    <message>
        <source>Nudge a mark downwards</source>
        <translation>標記向下微移</translation>
    </message>
    <message>
        <source>Left button measures a length</source>
        <translation>左鍵測量長度</translation>
    </message>
    <message>
        <source>Left button measures a path</source>
        <translation>左鍵測量折線長度</translation>
    </message>
    <message>
        <source>Left button draws a ruler</source>
        <translation>左鍵畫標尺</translation>
    </message>
    <message>
        <source>Left button measures long and short axis</source>
        <translation>左鍵測量長短徑</translation>
    </message>
    <message>
        <source>Left button compares two lines</source>
        <translation>左鍵比較兩條線</translation>
    </message>
    <message>
        <source>Left button measures the cardiothoracic ratio</source>
        <translation>左鍵測量心胸比</translation>
    </message>
    <message>
        <source>Left button measures leg length and axis</source>
        <translation>左鍵測量下肢長度與力線</translation>
    </message>
    <message>
        <source>Left button measures an angle</source>
        <translation>左鍵測量角度</translation>
    </message>
    <message>
        <source>Left button measures a Cobb angle</source>
        <translation>左鍵測量 Cobb 角</translation>
    </message>
    <message>
        <source>Left button measures the angle between two lines</source>
        <translation>左鍵測量兩線夾角</translation>
    </message>
    <message>
        <source>Left button draws an ellipse (ROI)</source>
        <translation>左鍵畫橢圓 ROI</translation>
    </message>
    <message>
        <source>Left button draws a rectangle (ROI)</source>
        <translation>左鍵畫矩形 ROI</translation>
    </message>
    <message>
        <source>Left button draws a polygon (ROI)</source>
        <translation>左鍵畫多邊形 ROI</translation>
    </message>
    <message>
        <source>Left button draws a freehand region (ROI)</source>
        <translation>左鍵手繪 ROI</translation>
    </message>
    <message>
        <source>Left button draws a circle (ROI)</source>
        <translation>左鍵畫圓形 ROI</translation>
    </message>
    <message>
        <source>Left button draws an arrow</source>
        <translation>左鍵畫箭頭</translation>
    </message>
    <message>
        <source>Left button writes text</source>
        <translation>左鍵寫文字</translation>
    </message>
    <message>
        <source>Hang by the protocol that fits best</source>
        <translation>依最符合的懸掛協定顯示</translation>
    </message>
    <message>
        <source>Hanging protocol: next stage</source>
        <translation>懸掛協定：下一階段</translation>
    </message>
    <message>
        <source>Hanging protocol: previous stage</source>
        <translation>懸掛協定：上一階段</translation>
    </message>
    <message>
        <source>Choose a hanging protocol</source>
        <translation>選擇懸掛協定</translation>
    </message>
    <message>
        <source>Studies when opened: hung where the protocol says so</source>
        <translation>開啟檢查時：由懸掛協定決定是否懸掛</translation>
    </message>
    <message>
        <source>Studies when opened: always hung</source>
        <translation>開啟檢查時：一律依懸掛協定顯示</translation>
    </message>
    <message>
        <source>Studies when opened: never hung</source>
        <translation>開啟檢查時：一律不依懸掛協定顯示</translation>
    </message>
    <message>
        <source>Settings: from study to study</source>
        <translation>設定：逐個檢查</translation>
    </message>
    <message>
        <source>Next study of the worklist</source>
        <translation>工作清單的下一個檢查</translation>
    </message>
    <message>
        <source>Previous study of the worklist</source>
        <translation>工作清單的上一個檢查</translation>
    </message>
    <message>
        <source>Claim the study: I am reading it</source>
        <translation>認領檢查：我正在閱片</translation>
    </message>
    <message>
        <source>Release the study: unread again</source>
        <translation>撤回：檢查恢復為未閱</translation>
    </message>
    <message>
        <source>Mark the study as read</source>
        <translation>檢查標為已閱</translation>
    </message>
    <message>
        <source>Worklist on one monitor, images on the others</source>
        <translation>工作清單與影像分屏顯示</translation>
    </message>
    <message>
        <source>Everything in one window</source>
        <translation>全部放回一個視窗</translation>
    </message>
    <message>
        <source>Move the images to the next monitor</source>
        <translation>影像移到下一台顯示器</translation>
    </message>
    <message>
        <source>Window, zoom and pan of all views together</source>
        <translation>各視圖窗寬窗位、縮放和平移連動</translation>
    </message>
    <message>
        <source>Window of all views together</source>
        <translation>各視圖窗寬窗位連動</translation>
    </message>
    <message>
        <source>Zoom of all views together</source>
        <translation>各視圖縮放連動</translation>
    </message>
    <message>
        <source>Pan of all views together</source>
        <translation>各視圖平移連動</translation>
    </message>
    <message>
        <source>3D cursor: views go to its slice</source>
        <translation>3D 游標：各視圖捲動到游標所在層面</translation>
    </message>
    <message>
        <source>3D cursor: take it away</source>
        <translation>3D 游標：移除</translation>
    </message>
    <message>
        <source>Fuse with another series, or no more</source>
        <translation>與另一序列融合，或取消融合</translation>
    </message>
    <message>
        <source>Fuse with …</source>
        <translation>選擇融合序列…</translation>
    </message>
    <message>
        <source>Fusion: none</source>
        <translation>融合：取消</translation>
    </message>
    <message>
        <source>Fusion: more opaque</source>
        <translation>融合：增加不透明度</translation>
    </message>
    <message>
        <source>Fusion: less opaque</source>
        <translation>融合：降低不透明度</translation>
    </message>
    <message>
        <source>Fusion: wider window</source>
        <translation>融合：加寬窗寬</translation>
    </message>
    <message>
        <source>Fusion: narrower window</source>
        <translation>融合：縮窄窗寬</translation>
    </message>
    <message>
        <source>Fusion: next threshold</source>
        <translation>融合：下一個閾值</translation>
    </message>
    <message>
        <source>Fusion: next colour map</source>
        <translation>融合：下一種偽彩</translation>
    </message>
    <message>
        <source>Reference lines of all views</source>
        <translation>所有視圖的定位線</translation>
    </message>
    <message>
        <source>Left button sets the 3D cursor</source>
        <translation>左鍵設定 3D 游標</translation>
    </message>
    <message>
        <source>Save marks</source>
        <translation>儲存標記</translation>
    </message>
    <message>
        <source>Save marks as files</source>
        <translation>將標記另存為檔案</translation>
    </message>
    <message>
        <source>Outbox: what is on the way to the archive</source>
        <translation>寄件匣：正在傳往歸檔的內容</translation>
    </message>
    <message>
        <source>Key image, or not any more</source>
        <translation>設為關鍵影像，或取消</translation>
    </message>
    <message>
        <source>Key image: choose the reason</source>
        <translation>關鍵影像：選擇理由</translation>
    </message>
    <message>
        <source>Key images: those of all views</source>
        <translation>關鍵影像：所有視圖中的影像</translation>
    </message>
    <message>
        <source>Presentation states</source>
        <translation>顯示狀態</translation>
    </message>
    <message>
        <source>Show as the newest presentation state says</source>
        <translation>按最新的顯示狀態顯示</translation>
    </message>
    <message>
        <source>Show as the second newest presentation state says</source>
        <translation>按次新的顯示狀態顯示</translation>
    </message>
    <message>
        <source>Key images of the study, beside their note</source>
        <translation>本檢查的關鍵影像及其說明</translation>
    </message>
    <message>
        <source>Next key image</source>
        <translation>下一幅關鍵影像</translation>
    </message>
    <message>
        <source>Previous key image</source>
        <translation>上一幅關鍵影像</translation>
    </message>
    <message>
        <source>Histogram of the selected region (ROI)</source>
        <translation>所選區域（ROI）的直方圖</translation>
    </message>
    <message>
        <source>Tools in a circle round the pointer</source>
        <translation>指標周圍的環形工具選單</translation>
    </message>
    <message>
        <source>PET: next kind of SUV</source>
        <translation>PET：下一種 SUV</translation>
    </message>
    <message>
        <source>PET: SUV by body weight</source>
        <translation>PET：依體重計算 SUV</translation>
    </message>
    <message>
        <source>PET: SUV by lean body mass (James)</source>
        <translation>PET：依瘦體組織計算 SUV（James）</translation>
    </message>
    <message>
        <source>PET: SUV by lean body mass (Janmahasatian)</source>
        <translation>PET：依瘦體組織計算 SUV（Janmahasatian）</translation>
    </message>
    <message>
        <source>PET: SUV by body surface</source>
        <translation>PET：依體表面積計算 SUV</translation>
    </message>
    <message>
        <source>Left button calibrates the image by a known length</source>
        <translation>左鍵依已知長度校準影像</translation>
    </message>
    <message>
        <source>Prior study beside (same modality and region, else the newest)</source>
        <translation>並排開啟既往檢查（同設備類型同部位優先，否則最近一次）</translation>
    </message>
    <message>
        <source>Next older prior study beside</source>
        <translation>並排：更早一次既往檢查</translation>
    </message>
    <message>
        <source>Next newer prior study beside</source>
        <translation>並排：更近一次既往檢查</translation>
    </message>
    <message>
        <source>Timeline of the patient</source>
        <translation>病人檢查時間軸</translation>
    </message>
    <message>
        <source>Timeline: same modality only</source>
        <translation>時間軸：僅同設備類型</translation>
    </message>
    <message>
        <source>Timeline: same region only</source>
        <translation>時間軸：僅同部位</translation>
    </message>
    <message>
        <source>Timeline: ask the archives again</source>
        <translation>時間軸：重新查詢各歸檔</translation>
    </message>
    <message>
        <source>Timeline: the chosen study is of the same patient</source>
        <translation>時間軸：確認所選檢查為同一病人</translation>
    </message>
    <message>
        <source>Timeline: the chosen study is of another patient</source>
        <translation>時間軸：確認所選檢查為其他病人</translation>
    </message>
    <message>
        <source>Settings: hanging protocols</source>
        <translation>設定：懸掛協定</translation>
    </message>
    <message>
        <source>Align views of other frames of reference by computation</source>
        <translation>將參考座標系不同的視圖計算配準</translation>
    </message>
    <message>
        <source>Take the alignment by computation back</source>
        <translation>取消計算配準</translation>
    </message>
    <message>
        <source>Studies begin with this grid of views, with these monitors</source>
        <translation>在這組顯示器上，檢查以目前的視圖版面開啟</translation>
    </message>
    <message>
        <source>Save how this view is shown</source>
        <translation>儲存此檢視的顯示方式</translation>
    </message>
    <message>
        <source>Fusion: next kind of SUV</source>
        <translation>融合：下一種 SUV</translation>
    </message>
    <message>
        <source>Fusion: SUV by body weight</source>
        <translation>融合：依體重計算 SUV</translation>
    </message>
    <message>
        <source>Fusion: SUV by lean body mass (James)</source>
        <translation>融合：依瘦體組織計算 SUV（James）</translation>
    </message>
    <message>
        <source>Fusion: SUV by lean body mass (Janmahasatian)</source>
        <translation>融合：依瘦體組織計算 SUV（Janmahasatian）</translation>
    </message>
    <message>
        <source>Fusion: SUV by body surface</source>
        <translation>融合：依體表面積計算 SUV</translation>
    </message>
    <message>
        <source>Window %1 of the file</source>
        <translation>檔案中的第 %1 組窗</translation>
    </message>
    <message>
        <source>Layers of presentation states: hide and show</source>
        <translation>顯示狀態的圖層：隱藏與顯示</translation>
    </message>
    <message>
        <source>Hide or show the first layer of the presentation states</source>
        <translation>隱藏或顯示各顯示狀態的第一個圖層</translation>
    </message>
    <message>
        <source>Save how all views are shown</source>
        <translation>儲存所有檢視的顯示方式</translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>Connects to the archive at this DICOMweb address.</source>
        <translation>連線位於此 DICOMweb 位址的歸檔。</translation>
    </message>
    <message>
        <source>Opens this study of the first archive that has it.</source>
        <translation>從第一個存有該檢查的歸檔中開啟此檢查。</translation>
    </message>
    <message>
        <source>Runs a scenario file.</source>
        <translation>執行情境檔案。</translation>
    </message>
    <message>
        <source>Runs the scenario without showing the window and ends.</source>
        <translation>不顯示視窗執行情境，完成後結束。</translation>
    </message>
    <message>
        <source>Leaves the window open after the scenario.</source>
        <translation>情境結束後保留視窗。</translation>
    </message>
    <message>
        <source>Folder into which the scenario writes.</source>
        <translation>情境輸出所用的資料夾。</translation>
    </message>
    <message>
        <source>Longest time of the scenario in seconds.</source>
        <translation>情境的最長時間（秒）。</translation>
    </message>
    <message>
        <source>Writes the scenario&apos;s actions to this file.</source>
        <translation>將情境的操作寫入此檔案。</translation>
    </message>
    <message>
        <source>Sets a variable of the scenario.</source>
        <translation>設定情境的變數。</translation>
    </message>
    <message>
        <source>Language of the window: zh_CN, zh_TW or en.</source>
        <translation>介面語言：zh_CN、zh_TW 或 en。</translation>
    </message>
    <message>
        <source>Colours of the window: dark or light.</source>
        <translation>介面配色：dark（深色）或 light（淺色）。</translation>
    </message>
    <message>
        <source>Size of the window in pixels.</source>
        <translation>視窗大小（像素）。</translation>
    </message>
    <message>
        <source>Folder in which the settings are kept.</source>
        <translation>存放設定的資料夾。</translation>
    </message>
    <message>
        <source>Prints the milestones of the start as JSON.</source>
        <translation>以 JSON 輸出啟動各階段的時間。</translation>
    </message>
    <message>
        <source>Shows this text.</source>
        <translation>顯示此說明。</translation>
    </message>
    <message>
        <source>Shows the version.</source>
        <translation>顯示版本。</translation>
    </message>
    <message>
        <source>An archive&apos;s address must not contain a password. Enter it in the settings.</source>
        <translation>歸檔位址中不能包含密碼。請在設定中輸入。</translation>
    </message>
    <message>
        <source>“%1” is not a variable. Write it as NAME=VALUE.</source>
        <translation>「%1」不是變數。請寫成 NAME=VALUE。</translation>
    </message>
    <message>
        <source>There is no language “%1”. Choose zh_CN, zh_TW or en.</source>
        <translation>沒有語言「%1」。可選 zh_CN、zh_TW 或 en。</translation>
    </message>
    <message>
        <source>There is no theme “%1”. Choose dark or light.</source>
        <translation>沒有配色「%1」。可選 dark 或 light。</translation>
    </message>
    <message>
        <source>The scenario file “%1” does not exist.</source>
        <translation>情境檔案「%1」不存在。</translation>
    </message>
    <message>
        <source>There is no file or folder “%1”.</source>
        <translation>沒有檔案或資料夾「%1」。</translation>
    </message>
    <message>
        <source>--%1 needs --scenario.</source>
        <translation>--%1 須與 --scenario 一起使用。</translation>
    </message>
    <message>
        <source>“%1” is not a time in seconds.</source>
        <translation>「%1」不是以秒為單位的時間。</translation>
    </message>
    <message>
        <source>There is no option “%1”. --help lists them all.</source>
        <translation>沒有選項「%1」。用 --help 查看全部選項。</translation>
    </message>
    <message>
        <source>An option lacks its value. --help lists them all.</source>
        <translation>有選項缺少取值。用 --help 查看全部選項。</translation>
    </message>
    <message>
        <source>Diagnostic workstation for radiologists.</source>
        <translation>放射科診斷工作站。</translation>
    </message>
    <message>
        <source>DICOM files and folders to open.</source>
        <translation>要開啟的 DICOM 檔案和資料夾。</translation>
    </message>
    <message>
        <source>“%1” is not a file that can hold a scenario.</source>
        <translation>「%1」不是可以存放情境的檔案。</translation>
    </message>
    <message>
        <source>The scenario file “%1” cannot be read.</source>
        <translation>無法讀取情境檔案「%1」。</translation>
    </message>
    <message>
        <source>“%1” is not the address of an archive. %2</source>
        <translation>歸檔位址「%1」：%2</translation>
    </message>
    <message>
        <source>“%1” is not a window size. Write it as 1920x1200, from %2x%3 to 16384x16384.</source>
        <translation>「%1」不是視窗尺寸。請寫作 1920x1200，範圍從 %2x%3 到 16384x16384。</translation>
    </message>
    <message>
        <source>Opens the study of this accession number.</source>
        <translation>開啟此檢查單號的檢查。</translation>
    </message>
    <message>
        <source>Only one study, accession number or link can be opened at once.</source>
        <translation>一次只能開啟一個檢查、檢查單號或連結。</translation>
    </message>
    <message>
        <source>Starts a program of its own. Without it one that runs already opens what is asked for and passes over --language, --theme and --size.</source>
        <translation>另行啟動一個程式。不加此項時，由已在執行的程式開啟所請求的內容，--language、--theme 和 --size 不被採用。</translation>
    </message>
    <message>
        <source>Consilium runs already. Passed over: %1. --another starts a program of its own.</source>
        <translation>Consilium 已在執行。未採用：%1。--another 可另行啟動一個程式。</translation>
    </message>
</context>
<context>
    <name>CommandReasons</name>
    <message>
        <source>No slab is shown.</source>
        <translation>目前沒有顯示厚層。</translation>
    </message>
    <message>
        <source>No slab: %1.</source>
        <translation>無法做厚層：%1。</translation>
    </message>
    <message>
        <source>True size: these images do not say how large their pixels are.</source>
        <translation>實際大小：這些影像未說明像素尺寸。</translation>
    </message>
    <message>
        <source>True size needs this monitor measured with a ruler once: Settings, Monitors.</source>
        <translation>顯示實際大小前，須用直尺測量一次本顯示器：設定 › 顯示器。</translation>
    </message>
    <message>
        <source>Images in colour have no window.</source>
        <translation>彩色影像沒有窗寬窗位。</translation>
    </message>
    <message>
        <source>The file brings no window.</source>
        <translation>檔案中沒有窗寬窗位。</translation>
    </message>
    <message>
        <source>The file brings only this one window.</source>
        <translation>檔案中只有這一組窗寬窗位。</translation>
    </message>
    <message>
        <source>This window is only for images in Hounsfield units.</source>
        <translation>此預設僅用於以 HU 為單位的影像。</translation>
    </message>
    <message>
        <source>Only for grey images.</source>
        <translation>僅用於灰階影像。</translation>
    </message>
    <message>
        <source>The slab holds the whole stack already.</source>
        <translation>厚層已包含整個序列。</translation>
    </message>
    <message>
        <source>The slab is down to one slice already.</source>
        <translation>厚層已只有一層。</translation>
    </message>
    <message>
        <source>No thicker slab: %1.</source>
        <translation>不能再加厚：%1。</translation>
    </message>
    <message>
        <source>Only for documents: the active view shows none.</source>
        <translation>僅用於文件：目前檢視未顯示文件。</translation>
    </message>
    <message>
        <source>Only for ECGs and other curves.</source>
        <translation>僅用於心電圖和其他曲線。</translation>
    </message>
    <message>
        <source>Only for images: the active view shows a document.</source>
        <translation>僅用於影像：目前檢視顯示的是文件。</translation>
    </message>
    <message>
        <source>The active view shows no image.</source>
        <translation>目前檢視未顯示影像。</translation>
    </message>
    <message>
        <source>Only for PET images.</source>
        <translation>僅適用於 PET 影像。</translation>
    </message>
    <message>
        <source>True size: this image is calibrated by hand, and zoom knows only the file&apos;s millimetres.</source>
        <translation>實際大小：此影像經手動校準，而縮放只按檔案給出的毫米計。</translation>
    </message>
    <message>
        <source>True size: this view lies across monitors whose pixels differ in size, or of which one was not measured.</source>
        <translation>實際大小：該視圖跨越多台顯示器，其像素大小不同，或其中一台未經測量。</translation>
    </message>
    <message>
        <source>The file brings only %1 windows.</source>
        <translation>檔案只含 %1 組窗。</translation>
    </message>
</context>
<context>
    <name>CompareCommands</name>
    <message>
        <source>window</source>
        <translation>窗寬窗位</translation>
    </message>
    <message>
        <source>zoom</source>
        <translation>縮放</translation>
    </message>
    <message>
        <source>pan</source>
        <translation>平移</translation>
    </message>
    <message>
        <source>Window, zoom and pan are each view&apos;s own.</source>
        <translation>各視圖的窗寬窗位、縮放和平移互不連動。</translation>
    </message>
    <message>
        <source>Views go along in: %1.</source>
        <translation>各視圖連動：%1。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Views go to the slice of the 3D cursor.</source>
        <translation>設定 3D 游標時，各視圖捲動到游標所在層面。</translation>
    </message>
    <message>
        <source>Views stay at their slice when the 3D cursor is set.</source>
        <translation>設定 3D 游標時，各視圖停留在目前層面。</translation>
    </message>
    <message>
        <source>No other series of this patient is open that could be laid over these images.</source>
        <translation>沒有開啟該病人的其他可與這些影像融合的序列。</translation>
    </message>
    <message>
        <source>No other series lies over these images.</source>
        <translation>這些影像未與其他序列融合。</translation>
    </message>
    <message>
        <source>No series can be laid over these images. %1</source>
        <translation>沒有序列可與這些影像融合。%1</translation>
    </message>
    <message>
        <source>No 3D cursor is set.</source>
        <translation>未設定 3D 游標。</translation>
    </message>
    <message>
        <source>The series that lies over these images is no PET.</source>
        <translation>疊加在影像上的序列不是 PET。</translation>
    </message>
</context>
<context>
    <name>Concept</name>
    <message>
        <source>Length</source>
        <translation>長度</translation>
    </message>
    <message>
        <source>Path length</source>
        <translation>路徑長度</translation>
    </message>
    <message>
        <source>Diameter</source>
        <translation>直徑</translation>
    </message>
    <message>
        <source>Long Axis</source>
        <translation>長徑</translation>
    </message>
    <message>
        <source>Short Axis</source>
        <translation>短徑</translation>
    </message>
    <message>
        <source>Angle</source>
        <translation>角度</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>面積</translation>
    </message>
    <message>
        <source>Perimeter</source>
        <translation>周長</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>體積</translation>
    </message>
    <message>
        <source>Ratio</source>
        <translation>比值</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>平均值</translation>
    </message>
    <message>
        <source>Standard Deviation</source>
        <translation>標準差</translation>
    </message>
    <message>
        <source>Minimum</source>
        <translation>最小值</translation>
    </message>
    <message>
        <source>Maximum</source>
        <translation>最大值</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>中位數</translation>
    </message>
    <message>
        <source>Attenuation Coefficient</source>
        <translation>CT 值</translation>
    </message>
    <message>
        <source>Pixel value</source>
        <translation>像素值</translation>
    </message>
    <message>
        <source>Signal Intensity</source>
        <translation>訊號強度</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>Velocity</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>寬度</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>高度</translation>
    </message>
    <message>
        <source>Depth</source>
        <translation>深度</translation>
    </message>
    <message>
        <source>Tissue</source>
        <translation>組織</translation>
    </message>
    <message>
        <source>Organ</source>
        <translation>器官</translation>
    </message>
    <message>
        <source>Anatomical Structure</source>
        <translation>解剖結構</translation>
    </message>
    <message>
        <source>Morphologically Altered Structure</source>
        <translation>形態異常結構</translation>
    </message>
    <message>
        <source>Morphologically Abnormal Structure</source>
        <translation>形態異常結構</translation>
    </message>
    <message>
        <source>Lesion</source>
        <translation>病灶</translation>
    </message>
    <message>
        <source>Mass</source>
        <translation>腫塊</translation>
    </message>
    <message>
        <source>Nodule</source>
        <translation>結節</translation>
    </message>
    <message>
        <source>Neoplasm</source>
        <translation>腫瘤</translation>
    </message>
    <message>
        <source>Neoplasm, Primary</source>
        <translation>原發腫瘤</translation>
    </message>
    <message>
        <source>Neoplasm, Secondary</source>
        <translation>轉移瘤</translation>
    </message>
    <message>
        <source>Cyst</source>
        <translation>囊腫</translation>
    </message>
    <message>
        <source>Hemorrhage</source>
        <translation>出血</translation>
    </message>
    <message>
        <source>Edema</source>
        <translation>水腫</translation>
    </message>
    <message>
        <source>Lung</source>
        <translation>肺</translation>
    </message>
    <message>
        <source>Left Lung</source>
        <translation>左肺</translation>
    </message>
    <message>
        <source>Right Lung</source>
        <translation>右肺</translation>
    </message>
    <message>
        <source>Liver</source>
        <translation>肝臟</translation>
    </message>
    <message>
        <source>Kidney</source>
        <translation>腎臟</translation>
    </message>
    <message>
        <source>Spleen</source>
        <translation>脾臟</translation>
    </message>
    <message>
        <source>Pancreas</source>
        <translation>胰臟</translation>
    </message>
    <message>
        <source>Heart</source>
        <translation>心臟</translation>
    </message>
    <message>
        <source>Aorta</source>
        <translation>主動脈</translation>
    </message>
    <message>
        <source>Brain</source>
        <translation>腦</translation>
    </message>
    <message>
        <source>Bone</source>
        <translation>骨</translation>
    </message>
    <message>
        <source>Artery</source>
        <translation>動脈</translation>
    </message>
    <message>
        <source>Vein</source>
        <translation>靜脈</translation>
    </message>
    <message>
        <source>Spinal cord</source>
        <translation>脊髓</translation>
    </message>
    <message>
        <source>Urinary bladder</source>
        <translation>膀胱</translation>
    </message>
    <message>
        <source>Prostate</source>
        <translation>攝護腺</translation>
    </message>
    <message>
        <source>Breast</source>
        <translation>乳房</translation>
    </message>
    <message>
        <source>Lymph node</source>
        <translation>淋巴結</translation>
    </message>
    <message>
        <source>External</source>
        <translation>體表輪廓</translation>
    </message>
    <message>
        <source>Avoidance</source>
        <translation>迴避區</translation>
    </message>
    <message>
        <source>Support</source>
        <translation>支撐裝置</translation>
    </message>
    <message>
        <source>Marker</source>
        <translation>標記物</translation>
    </message>
    <message>
        <source>Control</source>
        <translation>控制區</translation>
    </message>
    <message>
        <source>Bolus</source>
        <translation>補償物</translation>
    </message>
    <message>
        <source>Of Interest</source>
        <translation>值得關注</translation>
    </message>
    <message>
        <source>Rejected for Quality Reasons</source>
        <translation>因品質原因棄用</translation>
    </message>
    <message>
        <source>For Referring Provider</source>
        <translation>供申請醫師</translation>
    </message>
    <message>
        <source>For Surgery</source>
        <translation>供手術</translation>
    </message>
    <message>
        <source>For Teaching</source>
        <translation>供教學</translation>
    </message>
    <message>
        <source>For Conference</source>
        <translation>供會診討論</translation>
    </message>
    <message>
        <source>For Therapy</source>
        <translation>供治療</translation>
    </message>
    <message>
        <source>For Patient</source>
        <translation>供病人</translation>
    </message>
    <message>
        <source>For Peer Review</source>
        <translation>供同儕審查</translation>
    </message>
    <message>
        <source>For Research</source>
        <translation>供研究</translation>
    </message>
    <message>
        <source>Quality Issue</source>
        <translation>品質問題</translation>
    </message>
    <message>
        <source>For Report Attachment</source>
        <translation>附於報告</translation>
    </message>
    <message>
        <source>Imaging Measurement Report</source>
        <translation>影像測量報告</translation>
    </message>
    <message>
        <source>Imaging Report</source>
        <translation>影像報告</translation>
    </message>
    <message>
        <source>Diagnostic Imaging Report</source>
        <translation>影像診斷報告</translation>
    </message>
    <message>
        <source>Radiology Report</source>
        <translation>放射科報告</translation>
    </message>
    <message>
        <source>X-Ray Radiation Dose Report</source>
        <translation>X 光輻射劑量報告</translation>
    </message>
    <message>
        <source>Mammography CAD Report</source>
        <translation>乳房攝影 CAD 報告</translation>
    </message>
    <message>
        <source>Chest CAD Report</source>
        <translation>胸部 CAD 報告</translation>
    </message>
</context>
<context>
    <name>ContextMenus</name>
    <message>
        <source>Left button</source>
        <translation>左鍵</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗寬窗位</translation>
    </message>
    <message>
        <source>Cine</source>
        <translation>電影播放</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>版面</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Slice</source>
        <translation>層</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Window and zoom</source>
        <translation>窗與縮放</translation>
    </message>
    <message>
        <source>Pixel spacing</source>
        <translation>像素間距</translation>
    </message>
    <message>
        <source>Slice thickness</source>
        <translation>層厚</translation>
    </message>
    <message>
        <source>Slab</source>
        <translation>厚層</translation>
    </message>
    <message>
        <source>Enhance</source>
        <translation>增強</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>偽彩</translation>
    </message>
    <message numerus="yes">
        <source>%n image(s)</source>
        <translation>
            <numerusform>%n 幅影像</numerusform>
        </translation>
    </message>
    <message>
        <source>Split and put together</source>
        <translation>拆分與合併</translation>
    </message>
    <message>
        <source>Put together with</source>
        <translation>與以下序列合併</translation>
    </message>
    <message>
        <source>Measure and mark</source>
        <translation>測量與標記</translation>
    </message>
    <message>
        <source>Study</source>
        <translation>檢查</translation>
    </message>
    <message>
        <source>Fuse with</source>
        <translation>融合</translation>
    </message>
    <message>
        <source>Views together</source>
        <translation>視圖連動</translation>
    </message>
    <message>
        <source>SUV</source>
        <translation>SUV</translation>
    </message>
    <message>
        <source>Of the file: %1</source>
        <extracomment>%1: what the file calls one of its windows or tables of grey values (&quot;LUNG&quot;)</extracomment>
        <translation>檔案：%1</translation>
    </message>
    <message>
        <source>This mark</source>
        <translation>此標記</translation>
    </message>
    <message>
        <source>Zoom, turn and mirror</source>
        <translation>縮放、旋轉與鏡像</translation>
    </message>
    <message>
        <source>Marks and key images</source>
        <translation>標記與關鍵影像</translation>
    </message>
    <message>
        <source>About the image</source>
        <translation>影像資訊</translation>
    </message>
</context>
<context>
    <name>DataIssue</name>
    <message>
        <source>Slices are missing.</source>
        <translation>缺少影像層。</translation>
    </message>
    <message>
        <source>Findings in the gap cannot be seen; measurements across it are not reliable.</source>
        <translation>缺層處的病灶無法看到；跨越缺層的測量不可靠。</translation>
    </message>
    <message>
        <source>Several images lie at the same position.</source>
        <translation>多幅影像位於同一位置。</translation>
    </message>
    <message>
        <source>They follow one another; the number of slices is not the number of positions.</source>
        <translation>它們依序排列；層數不等於位置數。</translation>
    </message>
    <message>
        <source>The slices are not evenly spaced.</source>
        <translation>層間距不均勻。</translation>
    </message>
    <message>
        <source>The images have different orientations.</source>
        <translation>影像方位不一致。</translation>
    </message>
    <message>
        <source>They do not form one volume: no reconstruction is made from all of them.</source>
        <translation>它們不構成一個容積：不會用全部影像進行重建。</translation>
    </message>
    <message>
        <source>The images belong to different frames of reference.</source>
        <translation>影像屬於不同的參考座標系。</translation>
    </message>
    <message>
        <source>Positions in one part cannot be compared with those in another.</source>
        <translation>各部分之間的位置不可相互比較。</translation>
    </message>
    <message>
        <source>The orientation in the patient is not known.</source>
        <translation>影像相對病人的方位未知。</translation>
    </message>
    <message>
        <source>No orientation letters are shown: left and right cannot be told from the data.</source>
        <translation>不顯示方位字母：無法從資料判斷左右。</translation>
    </message>
    <message>
        <source>The image has no scale.</source>
        <translation>影像沒有比例尺資訊。</translation>
    </message>
    <message>
        <source>Lengths are given in pixels, not in millimetres.</source>
        <translation>長度以像素而非毫米表示。</translation>
    </message>
    <message>
        <source>The gantry was tilted.</source>
        <translation>掃描機架有傾斜。</translation>
    </message>
    <message>
        <source>A window setting in the file is not valid.</source>
        <translation>檔案中的窗寬窗位無效。</translation>
    </message>
    <message>
        <source>It is not used; brightness and contrast may differ from what was intended.</source>
        <translation>未予採用；亮度和對比可能與原意不同。</translation>
    </message>
    <message>
        <source>A scale in the file is not valid.</source>
        <translation>檔案中的像素間距無效。</translation>
    </message>
    <message>
        <source>It is not used for measurements.</source>
        <translation>不用於測量。</translation>
    </message>
    <message>
        <source>The padding value in the file is not valid.</source>
        <translation>檔案中的填充值無效。</translation>
    </message>
    <message>
        <source>Pixels outside the scanned area may count as image.</source>
        <translation>掃描範圍以外的像素可能被計入影像。</translation>
    </message>
    <message>
        <source>Only images of one patient are shown together. Check the identity before reading.</source>
        <translation>只有同一病人的影像會一起顯示。閱片前請核對身分。</translation>
    </message>
    <message>
        <source>It was decoded by its content. Check the patient&apos;s name.</source>
        <translation>已依內容解碼。請核對病人姓名。</translation>
    </message>
    <message>
        <source>The file was not written correctly.</source>
        <translation>檔案寫入不規範。</translation>
    </message>
    <message>
        <source>%1 (at slice %2)</source>
        <translation>%1（第 %2 層）</translation>
    </message>
    <message>
        <source>%1 (slices %2 to %3)</source>
        <translation>%1（第 %2 至 %3 層）</translation>
    </message>
    <message>
        <source>Scrolling does not move by equal distances.</source>
        <translation>捲動時移動的距離不相等。</translation>
    </message>
    <message>
        <source>Each slice is shifted against the one before.</source>
        <translation>每一層相對前一層有偏移。</translation>
    </message>
    <message>
        <source>Slices are missing: %1 between slices %2 and %3.</source>
        <translation>第 %2–%3 層之間缺 %1 層。</translation>
    </message>
    <message>
        <source>The series is stored %1 times.</source>
        <translation>此序列儲存了 %1 份。</translation>
    </message>
    <message>
        <source>The gantry was tilted by %1°.</source>
        <translation>掃描機架傾斜了 %1°。</translation>
    </message>
    <message>
        <source>The images have %1 different orientations.</source>
        <translation>影像有 %1 種不同方位。</translation>
    </message>
    <message>
        <source>The images belong to %1 different frames of reference.</source>
        <translation>影像屬於 %1 個不同的參考座標系。</translation>
    </message>
    <message>
        <source>Findings in the gap of %1 mm cannot be seen; measurements across it are not reliable.</source>
        <translation>%1 mm 缺層處的病灶無法看到；跨越缺層的測量不可靠。</translation>
    </message>
    <message>
        <source>Each copy is a stack of its own; nothing in the files tells them apart.</source>
        <translation>每份單獨成組；檔案中沒有任何資訊可區分它們。</translation>
    </message>
    <message>
        <source>They follow one another; there are %1 more images than positions.</source>
        <translation>它們依序排列；影像數比位置數多 %1。</translation>
    </message>
    <message>
        <source>Scrolling moves by %1 to %2 mm, not by equal distances.</source>
        <translation>捲動時每次移動 %1 至 %2 mm，距離不相等。</translation>
    </message>
    <message>
        <source>The positions of the images are not known.</source>
        <translation>影像在體內的位置未知。</translation>
    </message>
    <message>
        <source>They are in the order of their numbers; distances between them are not known.</source>
        <translation>依編號排列；影像之間的距離未知。</translation>
    </message>
    <message>
        <source>Drawings that belong over the image cannot be shown.</source>
        <translation>應疊加在影像上的標註圖形無法顯示。</translation>
    </message>
    <message>
        <source>They may mark findings or name the side.</source>
        <translation>其中可能標有病灶或左右側別。</translation>
    </message>
    <message>
        <source>It was read as the repair says; check what depends on it.</source>
        <translation>已依修復方式讀取；請核對與之相關的內容。</translation>
    </message>
    <message>
        <source>Parts of the image have scales of their own, or none.</source>
        <translation>影像各部分的比例尺不同，或沒有比例尺。</translation>
    </message>
    <message>
        <source>Lengths in millimetres hold within one part; elsewhere they are in pixels.</source>
        <translation>毫米長度僅在同一部分內有效；其他位置以像素為單位。</translation>
    </message>
    <message>
        <source>The colour profile of the image cannot be used.</source>
        <translation>影像的色彩描述檔無法使用。</translation>
    </message>
    <message>
        <source>Colours are shown as stored and may differ from what was intended.</source>
        <translation>顏色按儲存值顯示，可能與原意不同。</translation>
    </message>
    <message>
        <source>The video does not have as many frames as its header says.</source>
        <translation>影片的影格數與檔頭所述不符。</translation>
    </message>
    <message>
        <source>What is missing or too much cannot be seen.</source>
        <translation>缺少或多出的影格無法檢視。</translation>
    </message>
    <message>
        <source>The stack was made by hand.</source>
        <translation>該組影像是手動編組的。</translation>
    </message>
    <message>
        <source>A reader has split series or put them together; the files are as they were.</source>
        <translation>閱片者拆分或合併了序列；檔案未作改動。</translation>
    </message>
    <message>
        <source>The series was not arranged as it was asked for by hand.</source>
        <translation>該序列未能按手動要求編組。</translation>
    </message>
    <message>
        <source>What cannot be one stack stays apart; the images are shown as they are stored.</source>
        <translation>不能成為一組的影像保持分開；影像按原始序列顯示。</translation>
    </message>
    <message>
        <source>Text was read in another character set than it was written in.</source>
        <translation>文字的讀取字元集與寫入時的字元集不一致。</translation>
    </message>
    <message>
        <source>Each series bears the name in its own files. Check the identity before reading.</source>
        <translation>每個序列標註其檔案自身所寫的姓名。閱片前請核對病人身分。</translation>
    </message>
    <message>
        <source>They are not shown. Check whose study this is before reading.</source>
        <translation>這些物件不予顯示。閱片前請核對此檢查屬於哪位病人。</translation>
    </message>
    <message>
        <source>Age, birth date and date of the study contradict each other.</source>
        <translation>年齡、出生日期與檢查日期互相矛盾。</translation>
    </message>
    <message>
        <source>One of them is wrong, or the study is another patient&apos;s. Check the identity before reading.</source>
        <translation>其中一項有誤，或檢查屬於另一位病人。閱片前請核對身分。</translation>
    </message>
    <message>
        <source>Different patients in this series.</source>
        <translation>不同病人的影像混在此序列中。</translation>
    </message>
    <message>
        <source>Another series&apos; objects came with this one.</source>
        <translation>另一序列的物件混入此序列。</translation>
    </message>
    <message>
        <source>They are not shown. Check whose images these are before reading.</source>
        <translation>這些物件不予顯示。閱片前請核對影像屬於誰。</translation>
    </message>
    <message>
        <source>Another patient&apos;s objects, or nobody&apos;s, in this study: %1.</source>
        <translation>另一病人或未註明病人的物件在此檢查中：%1 個。</translation>
    </message>
    <message>
        <source>Another study&apos;s objects came with this series: %1.</source>
        <translation>另一檢查的物件混入此序列：%1 個。</translation>
    </message>
    <message>
        <source>%1 different patients in this study.</source>
        <translation>%1 名不同病人的影像在此檢查中。</translation>
    </message>
    <message>
        <source>%1 different patients in this series.</source>
        <translation>%1 名不同病人的影像在此序列中。</translation>
    </message>
    <message>
        <source>The times of the frames in the file cannot be used.</source>
        <translation>檔案中的幀時間無法使用。</translation>
    </message>
    <message>
        <source>Played, it may be faster or slower than what was recorded.</source>
        <translation>播放速度可能快於或慢於實際採集。</translation>
    </message>
    <message>
        <source>Parts of outlines could not be read.</source>
        <translation>輪廓的部分內容無法讀取。</translation>
    </message>
    <message>
        <source>They are not drawn: where nothing is outlined, something may be.</source>
        <translation>這些部分未繪製：沒有輪廓處也可能有目標。</translation>
    </message>
    <message>
        <source>Outlines have another number of points than they say.</source>
        <translation>輪廓的點數與所聲明的不符。</translation>
    </message>
    <message>
        <source>They are drawn as they were read; something of them may be missing.</source>
        <translation>按讀出的內容繪製；其中可能有缺失。</translation>
    </message>
    <message>
        <source>The times of the frames in the file cannot be used: %1 frames/s instead.</source>
        <translation>檔案中的幀時間無法使用：改用 %1 幀/秒。</translation>
    </message>
    <message>
        <source>Parts of outlines that could not be read: %1.</source>
        <translation>無法讀取的輪廓部分：%1 個。</translation>
    </message>
    <message>
        <source>Outlines that have another number of points than they say: %1.</source>
        <translation>點數與所聲明不符的輪廓：%1 個。</translation>
    </message>
    <message>
        <source>Fewer slices than others of this series: %1 less before the first, %2 less after the last.</source>
        <translation>比同序列其他影像組少層面：首層之前少 %1 層，末層之後少 %2 層。</translation>
    </message>
    <message>
        <source>Fewer slices than others of this series: %1 less before the first.</source>
        <translation>比同序列其他影像組少層面：首層之前少 %1 層。</translation>
    </message>
    <message>
        <source>Fewer slices than others of this series: %1 less after the last.</source>
        <translation>比同序列其他影像組少層面：末層之後少 %1 層。</translation>
    </message>
    <message>
        <source>What lies there cannot be seen in this stack: the slices were not taken, or have not come.</source>
        <translation>該範圍在本組影像中無法看到：未掃描，或影像未收到。</translation>
    </message>
    <message>
        <source>Different images bear the same UID: %1 left out.</source>
        <translation>不同影像使用了相同的 UID：%1 個檔案未顯示。</translation>
    </message>
    <message>
        <source>Of each, one file is shown; what the others hold cannot be seen. The list of files left out names them.</source>
        <translation>每個 UID 只顯示一個檔案，其餘檔案的內容看不到；檔名見未開啟檔案清單。</translation>
    </message>
    <message>
        <source>They are one stack all the same, in the order of their positions: that these fit together is not certain.</source>
        <translation>仍依位置排列為同一組影像；這些位置彼此是否一致無法確定。</translation>
    </message>
    <message>
        <source>Something of a saved object is not shown.</source>
        <translation>所保存物件中的部分內容未顯示。</translation>
    </message>
    <message>
        <source>Marks, views or key images that others have saved may be missing here.</source>
        <translation>此處可能缺少他人保存的標記、顯示狀態或關鍵影像。</translation>
    </message>
</context>
<context>
    <name>DataSet</name>
    <message>
        <source>phase %1</source>
        <translation>期相 %1</translation>
    </message>
    <message>
        <source>orientation %1</source>
        <translation>方位 %1</translation>
    </message>
    <message>
        <source>temporal position %1</source>
        <translation>時間位置 %1</translation>
    </message>
    <message>
        <source>acquisition %1</source>
        <translation>採集 %1</translation>
    </message>
    <message>
        <source>echo %1</source>
        <translation>迴波 %1</translation>
    </message>
    <message>
        <source>image type %1</source>
        <translation>影像類型 %1</translation>
    </message>
    <message>
        <source>without position</source>
        <translation>無位置資訊</translation>
    </message>
    <message>
        <source>patient %1</source>
        <translation>病人 %1</translation>
    </message>
    <message>
        <source>frame of reference %1</source>
        <translation>參考座標系 %1</translation>
    </message>
    <message>
        <source>matrix %1</source>
        <translation>矩陣 %1</translation>
    </message>
    <message>
        <source>copy %1</source>
        <translation>副本 %1</translation>
    </message>
    <message>
        <source>localizer</source>
        <translation>定位影像</translation>
    </message>
    <message>
        <source>other orientation</source>
        <translation>其他方位</translation>
    </message>
    <message>
        <source>clip %1</source>
        <translation>片段 %1</translation>
    </message>
    <message>
        <source>object %1</source>
        <translation>物件 %1</translation>
    </message>
    <message>
        <source>segment %1</source>
        <translation>分割 %1</translation>
    </message>
    <message>
        <source>no segment</source>
        <translation>無分割</translation>
    </message>
    <message>
        <source>One of the series has no images yet.</source>
        <translation>其中一個序列尚無影像。</translation>
    </message>
    <message>
        <source>Segmentations are never split or put together.</source>
        <translation>分割不能拆分或合併。</translation>
    </message>
    <message>
        <source>Series of different studies are never put together.</source>
        <translation>不同檢查的序列不能合併。</translation>
    </message>
    <message>
        <source>Series of different patients are never put together.</source>
        <translation>不同病人的序列不能合併。</translation>
    </message>
    <message>
        <source>Series that share no frame of reference are never put together.</source>
        <translation>沒有共同參考座標系的序列不能合併。</translation>
    </message>
    <message>
        <source>Series of different modalities are never put together.</source>
        <translation>不同設備類型的序列不能合併。</translation>
    </message>
    <message>
        <source>Series whose pixel values mean different things are never put together.</source>
        <translation>像素值含義不同的序列不能合併。</translation>
    </message>
    <message>
        <source>Series whose images do not lie parallel are never put together.</source>
        <translation>影像不平行的序列不能合併。</translation>
    </message>
    <message>
        <source>by hand, part %1</source>
        <translation>手動，第 %1 部分</translation>
    </message>
    <message>
        <source>put together by hand</source>
        <translation>手動合併</translation>
    </message>
    <message>
        <source>by hand, the rest</source>
        <translation>手動，其餘部分</translation>
    </message>
    <message>
        <source>unknown phase</source>
        <translation>期相未知</translation>
    </message>
    <message>
        <source>temporal position unknown</source>
        <translation>時間位置未知</translation>
    </message>
    <message>
        <source>acquisition unknown</source>
        <translation>採集號未知</translation>
    </message>
    <message>
        <source>echo unknown</source>
        <translation>迴波未知</translation>
    </message>
</context>
<context>
    <name>DocumentCard</name>
    <message>
        <source>Key images</source>
        <translation>關鍵影像</translation>
    </message>
    <message>
        <source>PDF document</source>
        <translation>PDF 文件</translation>
    </message>
    <message>
        <source>ECG</source>
        <translation>心電圖</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>波形</translation>
    </message>
    <message>
        <source>Clinical document</source>
        <translation>臨床文件</translation>
    </message>
    <message>
        <source>Structured report</source>
        <translation>結構化報告</translation>
    </message>
    <message>
        <source>preliminary</source>
        <translation>初步</translation>
    </message>
    <message>
        <source>complete</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>partial</source>
        <translation>部分完成</translation>
    </message>
    <message>
        <source>verified</source>
        <translation>已審核</translation>
    </message>
    <message>
        <source>not verified</source>
        <translation>未審核</translation>
    </message>
    <message numerus="yes">
        <source>%n image(s)</source>
        <translation>
            <numerusform>%n 幅影像</numerusform>
        </translation>
    </message>
    <message>
        <source>Presentation state</source>
        <translation>顯示狀態</translation>
    </message>
</context>
<context>
    <name>Error</name>
    <message>
        <source>Cancelled.</source>
        <translation>已取消。</translation>
    </message>
    <message>
        <source>A value is not allowed.</source>
        <translation>有取值不允許。</translation>
    </message>
    <message>
        <source>It no longer exists there.</source>
        <translation>在該處已找不到。</translation>
    </message>
    <message>
        <source>The file cannot be read.</source>
        <translation>無法讀取檔案。</translation>
    </message>
    <message>
        <source>This is not a DICOM file.</source>
        <translation>這不是 DICOM 檔案。</translation>
    </message>
    <message>
        <source>The DICOM file ends too early.</source>
        <translation>DICOM 檔案不完整，提前結束。</translation>
    </message>
    <message>
        <source>The DICOM file contradicts itself.</source>
        <translation>DICOM 檔案內容自相矛盾。</translation>
    </message>
    <message>
        <source>The object contains no image.</source>
        <translation>該物件不含影像。</translation>
    </message>
    <message>
        <source>This kind of image compression is not supported.</source>
        <translation>不支援此種影像壓縮。</translation>
    </message>
    <message>
        <source>This kind of image is not supported.</source>
        <translation>不支援此類影像。</translation>
    </message>
    <message>
        <source>The image data are damaged.</source>
        <translation>影像資料已損毀。</translation>
    </message>
    <message>
        <source>There is not enough memory.</source>
        <translation>記憶體不足。</translation>
    </message>
    <message>
        <source>The disk is full.</source>
        <translation>磁碟已滿。</translation>
    </message>
    <message>
        <source>The archive cannot be reached.</source>
        <translation>無法連線歸檔。</translation>
    </message>
    <message>
        <source>The archive does not answer.</source>
        <translation>歸檔沒有回應。</translation>
    </message>
    <message>
        <source>The archive&apos;s certificate is not trusted.</source>
        <translation>歸檔的憑證不受信任。</translation>
    </message>
    <message>
        <source>The connection was lost.</source>
        <translation>連線已中斷。</translation>
    </message>
    <message>
        <source>The archive does not accept the user name or password.</source>
        <translation>歸檔不接受該使用者名稱或密碼。</translation>
    </message>
    <message>
        <source>The archive does not permit this.</source>
        <translation>歸檔不允許此操作。</translation>
    </message>
    <message>
        <source>The archive is overloaded.</source>
        <translation>歸檔負載過高。</translation>
    </message>
    <message>
        <source>The archive reports an internal error.</source>
        <translation>歸檔回報內部錯誤。</translation>
    </message>
    <message>
        <source>The archive&apos;s answer cannot be understood.</source>
        <translation>無法理解歸檔的回應。</translation>
    </message>
    <message>
        <source>You are not permitted to do this.</source>
        <translation>您沒有此項權限。</translation>
    </message>
    <message>
        <source>Somebody else has changed it in the meantime.</source>
        <translation>期間已被他人更改。</translation>
    </message>
    <message>
        <source>This is not supported.</source>
        <translation>不支援此項。</translation>
    </message>
    <message>
        <source>An internal error occurred.</source>
        <translation>發生內部錯誤。</translation>
    </message>
    <message>
        <source>The image could not be decoded: its data stopped the decoder.</source>
        <translation>影像無法解碼：其資料使解碼器中止。</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>The address does not lead to a DICOMweb service.</source>
        <translation>此位址沒有 DICOMweb 服務。</translation>
    </message>
    <message>
        <source>The keychain of this computer has not been unlocked yet.</source>
        <translation>本機的鑰匙圈尚未解鎖。</translation>
    </message>
    <message>
        <source>whole-slide image</source>
        <translation>全玻片數位病理影像</translation>
    </message>
    <message>
        <source>sound recording</source>
        <translation>錄音</translation>
    </message>
    <message>
        <source>ECG</source>
        <translation>心電圖</translation>
    </message>
    <message>
        <source>waveform</source>
        <translation>波形</translation>
    </message>
    <message>
        <source>presentation state</source>
        <translation>顯示狀態</translation>
    </message>
    <message>
        <source>registration</source>
        <translation>對位</translation>
    </message>
    <message>
        <source>raw data</source>
        <translation>原始資料</translation>
    </message>
    <message>
        <source>value mapping</source>
        <translation>數值對應</translation>
    </message>
    <message>
        <source>key image note</source>
        <translation>關鍵影像註記</translation>
    </message>
    <message>
        <source>structured report</source>
        <translation>結構化報告</translation>
    </message>
    <message>
        <source>PDF document</source>
        <translation>PDF 文件</translation>
    </message>
    <message>
        <source>document</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>radiotherapy structures</source>
        <translation>放射治療結構</translation>
    </message>
    <message>
        <source>radiotherapy plan</source>
        <translation>放射治療計畫</translation>
    </message>
    <message>
        <source>The archive wants a sign-in, and none is set.</source>
        <translation>歸檔要求登入，但尚未設定登入方式。</translation>
    </message>
    <message>
        <source>The archive does not accept the token.</source>
        <translation>歸檔不接受此權杖。</translation>
    </message>
    <message>
        <source>The compressed data set of the DICOM file is damaged.</source>
        <translation>DICOM 檔案的壓縮資料集已損壞。</translation>
    </message>
    <message>
        <source>waveform of kind MB</source>
        <translation>MB 類型的波形</translation>
    </message>
    <message>
        <source>waveform of kind AB</source>
        <translation>AB 類型的波形</translation>
    </message>
    <message>
        <source>Videos (%1) cannot be shown: the program ffmpeg is not installed (package &quot;ffmpeg&quot;).</source>
        <translation>無法顯示影片（%1）：未安裝程式 ffmpeg（套件「ffmpeg」）。</translation>
    </message>
    <message>
        <source>surface segmentation</source>
        <translation>表面分割</translation>
    </message>
    <message>
        <source>label map segmentation</source>
        <translation>標籤圖分割</translation>
    </message>
    <message>
        <source>waveform that is too long</source>
        <translation>過長的波形</translation>
    </message>
    <message>
        <source>document with an encoded body</source>
        <translation>正文經過編碼的文件</translation>
    </message>
    <message>
        <source>document without text</source>
        <translation>沒有文字的文件</translation>
    </message>
    <message>
        <source>The archive does not offer this in a form that can be read.</source>
        <translation>歸檔無法以可讀取的形式提供所要求的內容。</translation>
    </message>
    <message>
        <source>Another open study has a series of the same Series Instance UID: only one of them can be shown. This one comes when the other study is closed.</source>
        <translation>另一個已開啟的檢查中有相同 Series Instance UID 的序列：兩者只能顯示其一。關閉那個檢查後，此序列會自動載入。</translation>
    </message>
    <message>
        <source>Another open study has images of the same SOP Instance UIDs: shown side by side they could be mistaken for one another. These come when the other study is closed.</source>
        <translation>另一個已開啟的檢查中有相同 SOP Instance UID 的影像：並排顯示可能互相混淆。關閉那個檢查後，這些影像會自動載入。</translation>
    </message>
    <message>
        <source>The images name another patient than their study: they are not shown.</source>
        <translation>影像中的病人與其檢查的病人不同：不予顯示。</translation>
    </message>
    <message>
        <source>The images name no patient, where others of the study do: they are not shown.</source>
        <translation>這些影像沒有寫明病人，而同一檢查的其他影像寫明了：不予顯示。</translation>
    </message>
    <message>
        <source>A study of another patient with the same Study Instance UID is open. Close that one first.</source>
        <translation>已開啟另一位病人的檢查，其 Study Instance UID 相同。請先關閉那個檢查。</translation>
    </message>
    <message>
        <source>The archive sent objects of another study: they are not shown.</source>
        <translation>歸檔傳來了另一檢查的物件：不予顯示。</translation>
    </message>
    <message>
        <source>The archive sent objects of another series: they are not shown.</source>
        <translation>歸檔傳來了另一序列的物件：不予顯示。</translation>
    </message>
    <message>
        <source>The archive sent another object than the one asked for: it is not shown.</source>
        <translation>歸檔傳來的不是所請求的物件：不予顯示。</translation>
    </message>
    <message>
        <source>The file is empty.</source>
        <translation>檔案是空的。</translation>
    </message>
    <message>
        <source>The file is damaged: it has no DICOM content.</source>
        <translation>檔案已損壞：沒有 DICOM 內容。</translation>
    </message>
    <message>
        <source>This is no file but a pipe, a socket or a device: it is not opened.</source>
        <translation>這不是檔案，而是管道、通訊端或裝置：不予開啟。</translation>
    </message>
    <message>
        <source>No longer in the archive.</source>
        <translation>已不在歸檔中。</translation>
    </message>
    <message>
        <source>The archive no longer has this series.</source>
        <translation>歸檔中已沒有此序列。</translation>
    </message>
    <message>
        <source>The archive has nothing of this study.</source>
        <translation>歸檔中沒有此檢查的內容。</translation>
    </message>
    <message>
        <source>The archive&apos;s certificate has expired.</source>
        <translation>歸檔的憑證已過期。</translation>
    </message>
    <message>
        <source>The archive&apos;s certificate is not valid yet.</source>
        <translation>歸檔的憑證尚未生效。</translation>
    </message>
    <message>
        <source>The archive&apos;s certificate is for another address.</source>
        <translation>歸檔的憑證屬於另一個位址。</translation>
    </message>
    <message>
        <source>The archive has signed its certificate itself: it is not trusted.</source>
        <translation>歸檔使用自我簽署憑證，不受信任。</translation>
    </message>
    <message>
        <source>The archive&apos;s certificate comes from an authority that this computer does not know.</source>
        <translation>簽發歸檔憑證的授權單位不為本機所知。</translation>
    </message>
    <message>
        <source>The server does not speak TLS at this address.</source>
        <translation>該位址的伺服器不使用 TLS。</translation>
    </message>
    <message>
        <source>No encrypted connection to the archive could be agreed on.</source>
        <translation>無法與歸檔協商建立加密連線。</translation>
    </message>
    <message>
        <source>The archive does not accept the question.</source>
        <translation>歸檔不接受此請求。</translation>
    </message>
    <message>
        <source>The file does not say which study it belongs to.</source>
        <translation>檔案未註明所屬檢查。</translation>
    </message>
    <message>
        <source>The file does not say which series it belongs to.</source>
        <translation>檔案未註明所屬序列。</translation>
    </message>
    <message>
        <source>The image does not say how large it is.</source>
        <translation>影像未註明列數或行數。</translation>
    </message>
    <message>
        <source>Another file has the same SOP Instance UID and other contents.</source>
        <translation>另一個檔案的 SOP Instance UID 相同，但內容不同。</translation>
    </message>
    <message>
        <source>The folder cannot be looked into: nothing that lies in it is shown.</source>
        <translation>無法開啟該資料夾：其中的內容均未顯示。</translation>
    </message>
    <message>
        <source>An object of another open study has the same SOP Instance UID.</source>
        <translation>另一個已開啟檢查中的物件具有相同的 SOP Instance UID。</translation>
    </message>
    <message>
        <source>The archive could not give this image.</source>
        <translation>歸檔無法提供此影像。</translation>
    </message>
    <message>
        <source>The archive could not give this series.</source>
        <translation>歸檔無法提供此序列。</translation>
    </message>
    <message>
        <source>The proxy of this network does not answer: the archive was not asked.</source>
        <translation>本網路的代理伺服器沒有回應：未能詢問歸檔。</translation>
    </message>
    <message>
        <source>The proxy of this network wants a sign-in: the archive was not asked.</source>
        <translation>本網路的代理伺服器要求登入：未能詢問歸檔。</translation>
    </message>
    <message>
        <source>The proxy of this network lets nothing through to the archive.</source>
        <translation>本網路的代理伺服器不允許連線至歸檔。</translation>
    </message>
    <message>
        <source>The proxy of this network does not reach the archive.</source>
        <translation>本網路的代理伺服器無法連線至歸檔。</translation>
    </message>
    <message>
        <source>The archive did not give a table that the image needs.</source>
        <translation>歸檔未提供顯示此影像所需的查找表。</translation>
    </message>
    <message>
        <source>The folder could not be listed to its end: files that lie in it may be missing.</source>
        <translation>該資料夾未能列全：其中可能還有未顯示的檔案。</translation>
    </message>
    <message>
        <source>What is kept on this computer was written by a newer version of this program. It was left as it is.</source>
        <translation>本機儲存的資料由本程式的較新版本寫入，未作任何變更。</translation>
    </message>
    <message>
        <source>What is kept on this computer does not open with the key in the keychain. It was left as it is.</source>
        <translation>鑰匙圈中的金鑰無法開啟本機儲存的資料，資料未作任何變更。</translation>
    </message>
    <message>
        <source>What is kept on this computer is in use: this program is already running.</source>
        <translation>本機儲存的資料正在使用中：本程式已在執行。</translation>
    </message>
    <message>
        <source>What is kept on this computer is damaged.</source>
        <translation>本機儲存的資料已損毀。</translation>
    </message>
    <message>
        <source>The PDF document is damaged: it cannot be read.</source>
        <translation>PDF 文件已損壞，無法讀取。</translation>
    </message>
    <message>
        <source>The PDF document is locked with a password.</source>
        <translation>PDF 文件有密碼保護。</translation>
    </message>
</context>
<context>
    <name>Fusion</name>
    <message>
        <source>the series is not there (yet)</source>
        <translation>該序列不存在或尚未載入</translation>
    </message>
    <message>
        <source>it is the series that is shown</source>
        <translation>即目前顯示的序列</translation>
    </message>
    <message>
        <source>images in colour</source>
        <translation>彩色影像</translation>
    </message>
    <message>
        <source>place in the patient unknown</source>
        <translation>在病人體內的位置未知</translation>
    </message>
    <message>
        <source>another frame of reference</source>
        <translation>參考座標系不同</translation>
    </message>
    <message>
        <source>its slices are not evenly spaced</source>
        <translation>層間距不均勻</translation>
    </message>
    <message>
        <source>its slices differ in size, spacing or unit</source>
        <translation>各層的矩陣、像素間距或單位不一致</translation>
    </message>
    <message>
        <source>more slices than fit into memory</source>
        <translation>層數超出記憶體容量</translation>
    </message>
    <message>
        <source>Not fused with %1: %2</source>
        <translation>未與 %1 融合：%2</translation>
    </message>
    <message>
        <source>Not fused with %1: a slab is shown</source>
        <translation>未與 %1 融合：正在顯示厚層</translation>
    </message>
    <message>
        <source>Not fused with %1: no SUV, %2</source>
        <translation>未與 %1 融合：無 SUV，%2</translation>
    </message>
    <message>
        <source>Fused: %1</source>
        <translation>融合：%1</translation>
    </message>
    <message>
        <source>does not reach this image</source>
        <translation>未涵蓋本影像</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>on its way</source>
        <translation>載入中</translation>
    </message>
    <message numerus="yes">
        <source>%n slice(s) missing</source>
        <translation>
            <numerusform>缺少 %n 層</numerusform>
        </translation>
    </message>
    <message>
        <source>window from %1 of %2 slices</source>
        <translation>窗依據 %2 層中的 %1 層</translation>
    </message>
    <message>
        <source>another patient, or not confirmed as the same one</source>
        <translation>不是同一病人，或尚未確認為同一病人</translation>
    </message>
</context>
<context>
    <name>HangingConditions</name>
    <message>
        <source>Modality</source>
        <translation>設備類型</translation>
    </message>
    <message>
        <source>Body part</source>
        <translation>部位</translation>
    </message>
    <message>
        <source>Side</source>
        <translation>側別</translation>
    </message>
    <message>
        <source>View</source>
        <translation>攝影體位</translation>
    </message>
    <message>
        <source>Image type</source>
        <translation>影像類型</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>影像數</translation>
    </message>
    <message>
        <source>Plane</source>
        <translation>層面方向</translation>
    </message>
    <message>
        <source>any</source>
        <translation>任意</translation>
    </message>
    <message>
        <source>axial</source>
        <translation>橫斷面</translation>
    </message>
    <message>
        <source>coronal</source>
        <translation>冠狀面</translation>
    </message>
    <message>
        <source>sagittal</source>
        <translation>矢狀面</translation>
    </message>
    <message>
        <source>L: left, R: right, B: both. An image that does not say its side is not taken.</source>
        <translation>L：左，R：右，B：雙側。未註明側別的影像不會被採用。</translation>
    </message>
    <message>
        <source>View Position, or the meaning of the View Code: CC, MLO, PA, AP, LAT … An image that does not say its view is not taken.</source>
        <translation>View Position，或 View Code 的含義：CC、MLO、PA、AP、LAT 等。未註明攝影體位的影像不會被採用。</translation>
    </message>
    <message>
        <source>All of them are values of Image Type.</source>
        <translation>這些值須全部出現在 Image Type 中。</translation>
    </message>
    <message>
        <source>Series description</source>
        <translation>序列描述</translation>
    </message>
    <message>
        <source>Which one, from the newest</source>
        <translation>由近到遠第幾次</translation>
    </message>
    <message>
        <source>At most days old</source>
        <translation>最多相隔天數</translation>
    </message>
    <message>
        <source>of the same modality</source>
        <translation>設備類型相同</translation>
    </message>
    <message>
        <source>of the same body part</source>
        <translation>部位相同</translation>
    </message>
    <message>
        <source>Earlier than the day</source>
        <translation>早於此日</translation>
    </message>
    <message>
        <source>YYYYMMDD; empty: earlier than the current study.</source>
        <translation>YYYYMMDD；不填：早於本次檢查。</translation>
    </message>
    <message>
        <source>Images of the study</source>
        <translation>檢查的影像數</translation>
    </message>
    <message>
        <source>Monitors</source>
        <translation>顯示器</translation>
    </message>
    <message>
        <source>Prior study</source>
        <translation>既往檢查</translation>
    </message>
    <message>
        <source>there or not</source>
        <translation>有無均可</translation>
    </message>
    <message>
        <source>there is one</source>
        <translation>有</translation>
    </message>
    <message>
        <source>there is none</source>
        <translation>無</translation>
    </message>
    <message>
        <source>Study description</source>
        <translation>檢查描述</translation>
    </message>
    <message>
        <source>Series that must be there</source>
        <translation>必須具備的序列</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Add a condition on a series</source>
        <translation>新增序列條件</translation>
    </message>
    <message>
        <source>Remove the condition on a series</source>
        <translation>移除序列條件</translation>
    </message>
    <message>
        <source>How many fit</source>
        <translation>符合的數目</translation>
    </message>
</context>
<context>
    <name>HangingDraft</name>
    <message>
        <source>Stage %1: %2</source>
        <translation>階段 %1：%2</translation>
    </message>
    <message>
        <source>Stage %1, view %2: %3</source>
        <translation>階段 %1，視圖 %2：%3</translation>
    </message>
    <message>
        <source>Series condition %1: %2</source>
        <translation>序列條件 %1：%2</translation>
    </message>
    <message>
        <source>The window has no centre or no width.</source>
        <translation>未填寫窗位或窗寬。</translation>
    </message>
    <message>
        <source>The protocol has no name.</source>
        <translation>協定沒有名稱。</translation>
    </message>
    <message>
        <source>No letter is chosen that it is aligned by.</source>
        <translation>未選擇用於對齊的方位字母。</translation>
    </message>
</context>
<context>
    <name>HangingFields</name>
    <message>
        <source>Several are separated by commas: one of them is enough.</source>
        <translation>多個值以逗號分隔：符合其一即可。</translation>
    </message>
    <message>
        <source>%1, at least</source>
        <translation>%1，最少</translation>
    </message>
    <message>
        <source>%1, at most</source>
        <translation>%1，最多</translation>
    </message>
    <message>
        <source>to</source>
        <translation>至</translation>
    </message>
    <message>
        <source>%1 contains</source>
        <translation>%1包含</translation>
    </message>
    <message>
        <source>%1 does not contain</source>
        <translation>%1不包含</translation>
    </message>
    <message>
        <source>%1 matches</source>
        <translation>%1符合</translation>
    </message>
    <message>
        <source>Several are separated by commas: none of them may stand in it.</source>
        <translation>多個值以逗號分隔：一個都不得出現。</translation>
    </message>
    <message>
        <source>A regular expression that matches somewhere in it. The case of letters never counts.</source>
        <translation>正規表示式，與其中任一處符合即可。不區分大小寫。</translation>
    </message>
    <message>
        <source>but not</source>
        <translation>但不含</translation>
    </message>
    <message>
        <source>matches pattern</source>
        <translation>符合表示式</translation>
    </message>
</context>
<context>
    <name>HangingNote</name>
    <message>
        <source>axial</source>
        <translation>橫斷面</translation>
    </message>
    <message>
        <source>coronal</source>
        <translation>冠狀面</translation>
    </message>
    <message>
        <source>sagittal</source>
        <translation>矢狀面</translation>
    </message>
    <message>
        <source>any series</source>
        <translation>任意序列</translation>
    </message>
    <message>
        <source>Left empty by the hanging protocol: the study has no image for this place (%1)</source>
        <translation>懸掛協定留空：本檢查沒有適合此處的影像（%1）</translation>
    </message>
    <message>
        <source>Left empty by the hanging protocol: not all series are described yet (%1)</source>
        <translation>懸掛協定留空：尚有序列未讀取完資訊（%1）</translation>
    </message>
    <message>
        <source>Left empty by the hanging protocol: images that may belong here do not say their side, view, body part or plane (%1)</source>
        <translation>懸掛協定留空：可能屬於此處的影像未註明側別、體位、部位或方位（%1）</translation>
    </message>
    <message>
        <source>Left empty by the hanging protocol: there are fewer images of this kind (%1)</source>
        <translation>懸掛協定留空：此類影像沒有這麼多（%1）</translation>
    </message>
    <message>
        <source>Left empty by the hanging protocol: no earlier study that fits is open (%1)</source>
        <translation>懸掛協定留空：沒有已開啟且符合條件的既往檢查（%1）</translation>
    </message>
    <message>
        <source>not turned: it does not say how it lies in the patient as the protocol needs it</source>
        <translation>未旋轉：影像沒有協定所需的病人方位資訊</translation>
    </message>
    <message>
        <source>chest wall not aligned: it does not say which breast it shows</source>
        <translation>胸壁未對齊：影像未註明是哪一側乳房</translation>
    </message>
    <message>
        <source>chest wall not aligned: its view is not known</source>
        <translation>胸壁未對齊：攝影體位不明</translation>
    </message>
    <message>
        <source>fitted, not to scale: it has no spacing</source>
        <translation>已符合視窗，未依統一比例：影像未校準（無像素間距）</translation>
    </message>
    <message>
        <source>fitted, not to one scale: the images are not calibrated in the same plane</source>
        <translation>已符合視窗，未依統一比例：各影像的校準平面不同</translation>
    </message>
    <message>
        <source>fitted, not in true size: this monitor was not measured</source>
        <translation>已符合視窗，未依實際大小：此顯示器未測量</translation>
    </message>
    <message>
        <source>window as the file says: its values are no Hounsfield units</source>
        <translation>依檔案的窗寬窗位顯示：其數值不是 HU</translation>
    </message>
    <message>
        <source>first image: no key image is known</source>
        <translation>顯示第一幅影像：沒有已知的關鍵影像</translation>
    </message>
    <message>
        <source>views not linked: fewer than two of them say where they lie</source>
        <translation>視圖未連動：有空間位置資訊的視圖不足兩個</translation>
    </message>
    <message>
        <source>fitted, not in true size: the view lies across monitors whose pixels differ in size, or of which one was not measured</source>
        <translation>已符合視窗，未依實際大小：視圖跨越多台顯示器，其像素大小不同，或其中一台未經測量</translation>
    </message>
</context>
<context>
    <name>HangingProblem</name>
    <message>
        <source>an object { }</source>
        <translation>物件 { }</translation>
    </message>
    <message>
        <source>a list [ ]</source>
        <translation>清單 [ ]</translation>
    </message>
    <message>
        <source>a text in quotes</source>
        <translation>加引號的文字</translation>
    </message>
    <message>
        <source>a text in quotes or a list of such texts</source>
        <translation>加引號的文字，或由其組成的清單</translation>
    </message>
    <message>
        <source>a text in quotes or an object { }</source>
        <translation>加引號的文字或物件 { }</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>數字</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>整數</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true 或 false</translation>
    </message>
    <message>
        <source>a value</source>
        <translation>一個值</translation>
    </message>
    <message>
        <source>a name in quotes</source>
        <translation>加引號的名稱</translation>
    </message>
    <message>
        <source>a colon</source>
        <translation>冒號</translation>
    </message>
    <message>
        <source>a comma or ]</source>
        <translation>逗號或 ]</translation>
    </message>
    <message>
        <source>a comma or }</source>
        <translation>逗號或 }</translation>
    </message>
    <message>
        <source>a closing quote</source>
        <translation>結尾引號</translation>
    </message>
    <message>
        <source>the end of the file</source>
        <translation>檔案結尾</translation>
    </message>
    <message>
        <source>a date as YYYYMMDD</source>
        <translation>YYYYMMDD 格式的日期</translation>
    </message>
    <message>
        <source>The file cannot be read: %1</source>
        <translation>無法讀取檔案：%1</translation>
    </message>
    <message>
        <source>The file is larger than 1 MiB: this is no hanging protocol.</source>
        <translation>檔案大於 1 MiB：這不是懸掛協定。</translation>
    </message>
    <message>
        <source>The file is not text in UTF-8.</source>
        <translation>檔案不是 UTF-8 文字。</translation>
    </message>
    <message>
        <source>Brackets are nested more than 32 deep.</source>
        <translation>括號巢狀超過 32 層。</translation>
    </message>
    <message>
        <source>The file ends here; expected is %1.</source>
        <translation>檔案到此結束，此處應為%1。</translation>
    </message>
    <message>
        <source>Here stands %1; expected is %2.</source>
        <translation>此處是%1，應為%2。</translation>
    </message>
    <message>
        <source>After a backslash “%1” has no meaning; write \\ for the backslash itself.</source>
        <translation>反斜線後的「%1」沒有意義；反斜線本身請寫作 \\。</translation>
    </message>
    <message>
        <source>A text in quotes ends on its own line and holds no control characters; expected is a closing quote.</source>
        <translation>加引號的文字須在同一行內結束，且不得含控制字元；此處應為結尾引號。</translation>
    </message>
    <message>
        <source>“%1” is no number.</source>
        <translation>「%1」不是數字。</translation>
    </message>
    <message>
        <source>The field “%1” stands here for the second time.</source>
        <translation>欄位「%1」在此重複出現。</translation>
    </message>
    <message>
        <source>There is no field “%1” here; there may be: %2.</source>
        <translation>此處沒有欄位「%1」；可用的有：%2。</translation>
    </message>
    <message>
        <source>The field “%1” is missing here.</source>
        <translation>此處缺少欄位「%1」。</translation>
    </message>
    <message>
        <source>The field “%1” must be %2.</source>
        <translation>欄位「%1」必須是%2。</translation>
    </message>
    <message>
        <source>“%1” is unknown here; there may be: %2.</source>
        <translation>此處不認識「%1」；可用的有：%2。</translation>
    </message>
    <message>
        <source>%1 is out of range; expected is %2.</source>
        <translation>%1 超出範圍，應為 %2。</translation>
    </message>
    <message>
        <source>“%1” and “%2” exclude one another: only one of them may stand here.</source>
        <translation>「%1」與「%2」互相排斥：此處只能有其中之一。</translation>
    </message>
    <message>
        <source>“%1” has no meaning here without “%2”.</source>
        <translation>沒有「%2」，此處的「%1」沒有意義。</translation>
    </message>
    <message>
        <source>“%1” is no regular expression (%2).</source>
        <translation>「%1」不是正規表示式（%2）。</translation>
    </message>
    <message>
        <source>The file is of format version %1; this program reads version 1.</source>
        <translation>檔案的格式版本為 %1；本程式讀取版本 1。</translation>
    </message>
    <message>
        <source>Another file, %2, has the id “%1” already.</source>
        <translation>另一個檔案 %2 已使用識別碼「%1」。</translation>
    </message>
    <message>
        <source>All monitors of a stage must have the same number of rows.</source>
        <translation>同一階段的所有顯示器必須列數相同。</translation>
    </message>
    <message>
        <source>The monitors of a stage have more than 8 columns together.</source>
        <translation>同一階段各顯示器的欄數合計超過 8。</translation>
    </message>
    <message>
        <source>Line %1, column %2: %3</source>
        <translation>第 %1 行第 %2 欄：%3</translation>
    </message>
    <message>
        <source>en</source>
        <comment>code of the language of this file</comment>
        <translation>zh_TW</translation>
    </message>
    <message>
        <source>“%1” asks for nothing here: leave it out, or write what has to hold.</source>
        <translation>此處的「%1」沒有任何要求：請刪去，或寫明必須符合的內容。</translation>
    </message>
</context>
<context>
    <name>HangingWords</name>
    <message>
        <source>modality</source>
        <translation>設備類型</translation>
    </message>
    <message>
        <source>body part</source>
        <translation>部位</translation>
    </message>
    <message>
        <source>study description</source>
        <translation>檢查描述</translation>
    </message>
    <message>
        <source>number of images</source>
        <translation>影像數</translation>
    </message>
    <message>
        <source>number of monitors</source>
        <translation>顯示器數</translation>
    </message>
    <message>
        <source>prior study</source>
        <translation>既往檢查</translation>
    </message>
    <message>
        <source>series condition %1</source>
        <translation>序列條件 %1</translation>
    </message>
    <message>
        <source>axial</source>
        <translation>橫斷面</translation>
    </message>
    <message>
        <source>coronal</source>
        <translation>冠狀面</translation>
    </message>
    <message>
        <source>sagittal</source>
        <translation>矢狀面</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>「%1」</translation>
    </message>
    <message>
        <source>without “%1”</source>
        <translation>不含「%1」</translation>
    </message>
    <message numerus="yes">
        <source>from %n image(s)</source>
        <translation>
            <numerusform>不少於 %n 幅</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>up to %n image(s)</source>
        <translation>
            <numerusform>不多於 %n 幅</numerusform>
        </translation>
    </message>
    <message>
        <source>any series</source>
        <translation>任意序列</translation>
    </message>
    <message>
        <source>left empty</source>
        <translation>留空</translation>
    </message>
    <message>
        <source>%1, number %2</source>
        <translation>%1，第 %2 個</translation>
    </message>
    <message>
        <source>Prior: %1</source>
        <translation>既往：%1</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
</context>
<context>
    <name>KeptObjectFlaw</name>
    <message>
        <source>A mark has coordinates that are not valid; it is not shown</source>
        <translation>一個標註的座標無效，不予顯示。</translation>
    </message>
    <message>
        <source>A mark has a shape that is not known; it is not shown</source>
        <translation>一個標註的圖形類型未知，不予顯示。</translation>
    </message>
    <message>
        <source>A mark does not say on which image it lies; it is not shown</source>
        <translation>一個標註未說明所在影像，不予顯示。</translation>
    </message>
    <message>
        <source>A mark was made for several images; it is shown on the first of them only</source>
        <translation>一個標註針對多幅影像，僅在其中第一幅上顯示。</translation>
    </message>
    <message>
        <source>An image is marked that the list of images in the file does not name</source>
        <translation>被標註的影像未列入檔案的影像清單。</translation>
    </message>
    <message>
        <source>The marks belong to another patient; they are not shown</source>
        <translation>這些標註屬於另一名病人，不予顯示。</translation>
    </message>
    <message>
        <source>A mark lies in another frame of reference than the images; it is not shown</source>
        <translation>一個標註的參考座標系與影像不同，不予顯示。</translation>
    </message>
    <message>
        <source>A measured value is not a number; it is left out</source>
        <translation>一個測量值不是數字，已略去。</translation>
    </message>
    <message>
        <source>A part of the file refers to another part that is not there; it is left out</source>
        <translation>檔案的某一部分引用了不存在的部分，已略去。</translation>
    </message>
    <message>
        <source>A measurement says nothing; it is left out</source>
        <translation>一項測量沒有任何內容，已略去。</translation>
    </message>
    <message>
        <source>The file has more parts than are read; the rest is missing</source>
        <translation>檔案的內容超出可讀取的數量，其餘部分缺失。</translation>
    </message>
    <message>
        <source>A mark lies on a layer that the file does not describe</source>
        <translation>一個標註所在的圖層在檔案中沒有說明。</translation>
    </message>
    <message>
        <source>A text does not say where it stands; it is not shown</source>
        <translation>一段文字未說明其位置，不予顯示。</translation>
    </message>
    <message>
        <source>The displayed area is not valid; it is not used</source>
        <translation>顯示區域無效，未採用。</translation>
    </message>
    <message>
        <source>A window or table of grey values is not valid; it is not used</source>
        <translation>窗寬窗位或灰階查找表無效，未採用。</translation>
    </message>
    <message>
        <source>The rotation is not a quarter turn; it is not used</source>
        <translation>旋轉角度不是 90° 的倍數，未採用。</translation>
    </message>
    <message>
        <source>The shutter of the saved view is not applied: more of the image is seen, not less</source>
        <translation>未套用所儲存顯示狀態中的遮罩（快門）：看到的影像更多，而不是更少。</translation>
    </message>
    <message>
        <source>Overlays of the saved view are not shown</source>
        <translation>未顯示所儲存顯示狀態中的疊加層。</translation>
    </message>
    <message>
        <source>The saved view subtracts a mask image, which is not done here</source>
        <translation>所儲存的顯示狀態包含遮罩減影，此處未執行。</translation>
    </message>
    <message>
        <source>A mark lies outside of its image; it is not shown</source>
        <translation>有標記位於其影像之外，未顯示</translation>
    </message>
    <message>
        <source>A frame is named that the image does not have; the mark is not shown</source>
        <translation>所指的幀在影像中不存在，該標記未顯示</translation>
    </message>
    <message>
        <source>An image that is marked is not here; the mark is not shown</source>
        <translation>所標記的影像不在此處，該標記未顯示</translation>
    </message>
    <message>
        <source>A measurement does not say where in the image it was made; it stands in its report only</source>
        <translation>有測量未說明在影像中的位置，僅列在其報告中</translation>
    </message>
    <message>
        <source>A drawing or text lies at a place of the screen and not of the image; it is not shown</source>
        <translation>有圖形或文字按螢幕位置而非影像位置放置，未顯示</translation>
    </message>
    <message>
        <source>An image of another study is marked; the mark is not shown</source>
        <translation>所標記的影像屬於其他檢查，該標記未顯示</translation>
    </message>
    <message>
        <source>A later version takes its place; this one is not shown</source>
        <translation>已被較新的版本取代，此版本未顯示</translation>
    </message>
    <message>
        <source>A note says that it is not to be used; it is not shown</source>
        <translation>有說明指出不應使用，未顯示</translation>
    </message>
    <message>
        <source>There are more marks, or a mark has more points, than can be shown; these are left out</source>
        <translation>標記數或標記的點數超出可顯示的數量，超出者未顯示</translation>
    </message>
</context>
<context>
    <name>KeptObjects</name>
    <message>
        <source>Presentation state</source>
        <translation>顯示狀態</translation>
    </message>
    <message>
        <source>Key images</source>
        <translation>關鍵影像</translation>
    </message>
    <message>
        <source>Measurements</source>
        <translation>測量</translation>
    </message>
</context>
<context>
    <name>MarkCommands</name>
    <message>
        <source>Point at a mark of yours, or click on it, first.</source>
        <translation>請先將滑鼠指向或點選您自己的標記。</translation>
    </message>
    <message>
        <source>The mark was copied.</source>
        <translation>標記已複製。</translation>
    </message>
    <message>
        <source>Click on a mark to select it, then copy it.</source>
        <translation>請先點選一個標記，再複製。</translation>
    </message>
    <message>
        <source>No mark was copied.</source>
        <translation>尚未複製標記。</translation>
    </message>
    <message>
        <source>No mark is seen on this image.</source>
        <translation>此影像上沒有標記。</translation>
    </message>
    <message>
        <source>The image of this mark is not in the study that is shown.</source>
        <translation>此標記所在的影像不在目前顯示的檢查中。</translation>
    </message>
    <message>
        <source>A mark is taken away by whoever has drawn it.</source>
        <translation>標記只能由繪製者本人刪除。</translation>
    </message>
    <message>
        <source>Click on a mark to select it first.</source>
        <translation>請先點選一個標記。</translation>
    </message>
    <message>
        <source>Click on a region (ROI) to select it first.</source>
        <translation>請先點選一個區域（ROI）。</translation>
    </message>
</context>
<context>
    <name>MarkWords</name>
    <message>
        <source>Pixel value</source>
        <translation>像素值</translation>
    </message>
    <message>
        <source>Arrow</source>
        <translation>箭頭</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>長度</translation>
    </message>
    <message>
        <source>Path length</source>
        <translation>折線長度</translation>
    </message>
    <message>
        <source>Angle</source>
        <translation>角度</translation>
    </message>
    <message>
        <source>Cobb angle</source>
        <translation>Cobb 角</translation>
    </message>
    <message>
        <source>Open angle</source>
        <translation>兩線夾角</translation>
    </message>
    <message>
        <source>Long and short axis</source>
        <translation>長短徑</translation>
    </message>
    <message>
        <source>Ellipse</source>
        <translation>橢圓</translation>
    </message>
    <message>
        <source>Rectangle</source>
        <translation>矩形</translation>
    </message>
    <message>
        <source>Polygon</source>
        <translation>多邊形</translation>
    </message>
    <message>
        <source>Freehand region</source>
        <translation>手繪區域</translation>
    </message>
    <message>
        <source>Circle</source>
        <translation>圓形</translation>
    </message>
    <message>
        <source>Ruler</source>
        <translation>標尺</translation>
    </message>
    <message>
        <source>Cardiothoracic ratio</source>
        <translation>心胸比</translation>
    </message>
    <message>
        <source>Leg length and axis</source>
        <translation>下肢長度與力線</translation>
    </message>
    <message>
        <source>Line pair</source>
        <translation>雙線比較</translation>
    </message>
    <message>
        <source>Key image</source>
        <translation>關鍵影像</translation>
    </message>
    <message>
        <source>Of interest</source>
        <translation>值得關注</translation>
    </message>
    <message>
        <source>Rejected for quality reasons</source>
        <translation>因品質原因棄用</translation>
    </message>
    <message>
        <source>For the referring provider</source>
        <translation>供申請醫師</translation>
    </message>
    <message>
        <source>For surgery</source>
        <translation>供手術</translation>
    </message>
    <message>
        <source>For teaching</source>
        <translation>供教學</translation>
    </message>
    <message>
        <source>For a conference</source>
        <translation>供會診討論</translation>
    </message>
    <message>
        <source>For therapy</source>
        <translation>供治療</translation>
    </message>
    <message>
        <source>For the patient</source>
        <translation>供病人</translation>
    </message>
    <message>
        <source>For peer review</source>
        <translation>供同儕審查</translation>
    </message>
    <message>
        <source>For research</source>
        <translation>供研究</translation>
    </message>
    <message>
        <source>Quality issue</source>
        <translation>品質問題</translation>
    </message>
    <message>
        <source>For the report</source>
        <translation>附於報告</translation>
    </message>
    <message>
        <source>Calibration</source>
        <translation>手動校準</translation>
    </message>
</context>
<context>
    <name>MonitorArrangement</name>
    <message>
        <source>Monitor “%1” shows no images of its own: it is set up to show what another one shows.</source>
        <translation>顯示器「%1」不單獨顯示影像：在系統設定中，它與另一台顯示器顯示相同的內容（鏡像）。</translation>
    </message>
</context>
<context>
    <name>MouseProfiles</name>
    <message>
        <source>PACS-like</source>
        <translation>PACS 習慣</translation>
    </message>
    <message>
        <source>OsiriX-like</source>
        <translation>OsiriX 習慣</translation>
    </message>
    <message>
        <source>My own</source>
        <translation>我的設定</translation>
    </message>
    <message>
        <source>Left scrolls through the stack, right sets the window, middle pans.</source>
        <translation>左鍵捲動，右鍵調窗，中鍵平移。</translation>
    </message>
    <message>
        <source>Left sets the window, right zooms, middle pans; modifiers change what left does.</source>
        <translation>左鍵調窗，右鍵縮放，中鍵平移；按住修飾鍵可改變左鍵的作用。</translation>
    </message>
    <message>
        <source>Choose the tool for each button yourself.</source>
        <translation>自行為每個按鍵選擇工具。</translation>
    </message>
</context>
<context>
    <name>Outbox</name>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分鐘</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 小時</translation>
    </message>
    <message>
        <source>The archive refuses the object and gives no reason.</source>
        <translation>歸檔拒絕接收該物件，未說明原因。</translation>
    </message>
    <message>
        <source>To be sent</source>
        <translation>待傳送</translation>
    </message>
    <message>
        <source>Being sent</source>
        <translation>正在傳送</translation>
    </message>
    <message>
        <source>Being verified</source>
        <translation>正在確認</translation>
    </message>
    <message>
        <source>In the archive</source>
        <translation>已在歸檔中</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>Needs a decision</source>
        <translation>需要處理</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>已撤回</translation>
    </message>
    <message>
        <source>The archive has no room left for the object (%1).</source>
        <translation>歸檔沒有空間存放該物件（%1）。</translation>
    </message>
    <message>
        <source>The archive says that the object is not what its kind demands (%1).</source>
        <translation>歸檔認為該物件不符合其類型的要求（%1）。</translation>
    </message>
    <message>
        <source>The archive does not take objects in this transfer syntax (%1).</source>
        <translation>歸檔不接收採用此傳輸語法的物件（%1）。</translation>
    </message>
    <message>
        <source>The archive failed while it stored the object (%1).</source>
        <translation>歸檔在儲存該物件時出錯（%1）。</translation>
    </message>
    <message>
        <source>The archive says that it already has an object of this UID (%1).</source>
        <translation>歸檔表示已存有此 UID 的物件（%1）。</translation>
    </message>
    <message>
        <source>The archive does not take this kind of object (%1).</source>
        <translation>歸檔不接收此類物件（%1）。</translation>
    </message>
    <message>
        <source>The archive knows the UID as an object of another kind (%1).</source>
        <translation>歸檔中此 UID 屬於另一類物件（%1）。</translation>
    </message>
    <message>
        <source>Whoever is signed in may not store in this archive (%1).</source>
        <translation>目前登入的使用者無權儲存至此歸檔（%1）。</translation>
    </message>
    <message>
        <source>The archive finds an attribute of the object missing or wrong (%1).</source>
        <translation>歸檔認為該物件缺少某項屬性或其值有誤（%1）。</translation>
    </message>
    <message>
        <source>The archive cannot understand the object (%1).</source>
        <translation>歸檔無法理解該物件（%1）。</translation>
    </message>
    <message>
        <source>The archive refuses the object (%1).</source>
        <translation>歸檔拒絕接收該物件（%1）。</translation>
    </message>
    <message>
        <source>The archive wants a sign-in.</source>
        <translation>歸檔要求登入。</translation>
    </message>
    <message>
        <source>Whoever is signed in may not store in this archive.</source>
        <translation>目前登入的使用者無權儲存至此歸檔。</translation>
    </message>
    <message>
        <source>The archive is no longer among those in the settings.</source>
        <translation>設定中已沒有此歸檔。</translation>
    </message>
    <message>
        <source>Nothing takes objects at the address of the archive.</source>
        <translation>歸檔位址處沒有接收物件的服務。</translation>
    </message>
    <message>
        <source>The archive is overloaded.</source>
        <translation>歸檔負載過高。</translation>
    </message>
    <message>
        <source>The archive has no room left.</source>
        <translation>歸檔已沒有儲存空間。</translation>
    </message>
    <message>
        <source>The archive said that it stored the object, but it does not have it.</source>
        <translation>歸檔表示已儲存該物件，但其中並沒有。</translation>
    </message>
    <message>
        <source>The object is larger than what the archive takes.</source>
        <translation>該物件超過歸檔允許的大小。</translation>
    </message>
    <message>
        <source>The archive does not take objects in this form.</source>
        <translation>歸檔不接收這種形式的物件。</translation>
    </message>
    <message>
        <source>The archive does not accept the request.</source>
        <translation>歸檔不接受該請求。</translation>
    </message>
    <message>
        <source>The archive has another object under the same UID: nothing was overwritten.</source>
        <translation>歸檔中同一 UID 下已有另一個物件：未做任何覆寫。</translation>
    </message>
    <message>
        <source>The archive has an object under the same UID and does not give it to be compared.</source>
        <translation>歸檔中同一 UID 下已有物件，但不提供以供比較。</translation>
    </message>
    <message>
        <source>The archive cannot be asked whether it has the object.</source>
        <translation>無法向歸檔查詢其中是否有該物件。</translation>
    </message>
    <message>
        <source>The copy of the object on this computer is damaged.</source>
        <translation>本機上該物件的副本已損壞。</translation>
    </message>
    <message>
        <source>The store of this computer cannot be read or written: %1</source>
        <translation>無法讀寫本機的儲存區：%1</translation>
    </message>
    <message>
        <source>It refers to an object that was withdrawn.</source>
        <translation>它參照的物件已被撤回。</translation>
    </message>
    <message>
        <source>It refers to an object that needs a decision first.</source>
        <translation>它參照的物件尚待處理。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 Next try in %2.</source>
        <translation>%1%2後重試。</translation>
    </message>
    <message>
        <source>%1 Tried %2 times.</source>
        <translation>%1已嘗試 %2 次。</translation>
    </message>
</context>
<context>
    <name>OutlineFlaw</name>
    <message>
        <source>The list of its points is not valid</source>
        <translation>其點的清單無效</translation>
    </message>
    <message>
        <source>The kind of outline is not known</source>
        <translation>輪廓類型未知</translation>
    </message>
    <message>
        <source>It has too few points to enclose anything</source>
        <translation>點數太少，不能圍成區域</translation>
    </message>
    <message>
        <source>Its pixels end before the image does</source>
        <translation>其像素資料不足一幅影像</translation>
    </message>
    <message>
        <source>The file does not say what it belongs to</source>
        <translation>檔案未說明它屬於哪個區域</translation>
    </message>
    <message>
        <source>The file does not say where it lies</source>
        <translation>檔案未說明它的位置</translation>
    </message>
    <message>
        <source>It has another number of points than it says; it is drawn as it was read</source>
        <translation>點數與所聲明的不符；按讀出的內容繪製</translation>
    </message>
</context>
<context>
    <name>Overlay</name>
    <message>
        <source>some images are missing or cannot be shown</source>
        <translation>部分影像缺失或無法顯示</translation>
    </message>
    <message>
        <source>padding, no value</source>
        <translation>填充像素，無數值</translation>
    </message>
    <message>
        <source>(stored %1)</source>
        <translation>（儲存值 %1）</translation>
    </message>
    <message>
        <source>Another patient&apos;s image</source>
        <translation>影像屬於另一病人</translation>
    </message>
    <message>
        <source>the image names another patient than the study · do not report</source>
        <translation>影像中的病人與檢查不一致 · 不可報告</translation>
    </message>
    <message>
        <source>Image not available</source>
        <translation>影像無法取得</translation>
    </message>
    <message>
        <source>Image data damaged</source>
        <translation>影像資料損毀</translation>
    </message>
    <message>
        <source>what is hatched is missing · not for diagnosis</source>
        <translation>斜線區域無有效資料 · 不可用於診斷</translation>
    </message>
    <message>
        <source>viewing only, not for signing</source>
        <translation>僅可瀏覽，不可簽發</translation>
    </message>
    <message>
        <source>Reduced resolution 1:%1</source>
        <translation>降低解析度 1:%1</translation>
    </message>
    <message>
        <source>the full image is on its way</source>
        <translation>完整影像載入中</translation>
    </message>
    <message>
        <source>Partially loaded %1 %</source>
        <translation>部分載入 %1%</translation>
    </message>
    <message>
        <source>Series incomplete</source>
        <translation>序列不完整</translation>
    </message>
    <message>
        <source>Lossy compression %1:1</source>
        <translation>失真壓縮 %1:1</translation>
    </message>
    <message>
        <source>Lossy compression, ratio unknown</source>
        <translation>失真壓縮，壓縮比不明</translation>
    </message>
    <message>
        <source>fine detail may be missing</source>
        <translation>細微結構可能缺失</translation>
    </message>
    <message>
        <source>No patient name</source>
        <translation>無病人姓名</translation>
    </message>
    <message>
        <source>Series %1</source>
        <translation>序列 %1</translation>
    </message>
    <message>
        <source>Slice %1 / %2</source>
        <translation>層 %1 / %2</translation>
    </message>
    <message>
        <source>inverted</source>
        <translation>反相</translation>
    </message>
    <message>
        <source>%1 y</source>
        <translation>%1 歲</translation>
    </message>
    <message>
        <source>%1 mo</source>
        <translation>%1 個月</translation>
    </message>
    <message>
        <source>%1 wk</source>
        <translation>%1 週</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 天</translation>
    </message>
    <message>
        <source>M</source>
        <translation>男</translation>
    </message>
    <message>
        <source>F</source>
        <translation>女</translation>
    </message>
    <message>
        <source>other sex</source>
        <translation>其他性別</translation>
    </message>
    <message>
        <source>(detector plane)</source>
        <translation>（偵測器平面）</translation>
    </message>
    <message>
        <source>(calibrated)</source>
        <translation>（已校正）</translation>
    </message>
    <message>
        <source>(magnification corrected)</source>
        <translation>（已校正放大率）</translation>
    </message>
    <message>
        <source>the others are missing or cannot be shown</source>
        <translation>其餘影像缺失或無法顯示</translation>
    </message>
    <message>
        <source>Frame %1 / %2</source>
        <translation>影格 %1 / %2</translation>
    </message>
    <message>
        <source>shutter</source>
        <translation>遮光器</translation>
    </message>
    <message>
        <source>Information</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>Caution</source>
        <translation>注意</translation>
    </message>
    <message>
        <source>Danger</source>
        <translation>危險</translation>
    </message>
    <message>
        <source>One slice, not a slab</source>
        <translation>顯示單層，未做厚層</translation>
    </message>
    <message>
        <source>Partial slab: %1 of %2 slices</source>
        <translation>厚層不完整：%1 / %2 層</translation>
    </message>
    <message>
        <source>Slices %1–%2 / %3</source>
        <translation>層 %1–%2 / %3</translation>
    </message>
    <message numerus="yes">
        <source>%1 %2 mm, %n slice(s)</source>
        <translation>
            <numerusform>%1 %2 mm，%n 層</numerusform>
        </translation>
    </message>
    <message>
        <source>true size</source>
        <translation>實際大小</translation>
    </message>
    <message>
        <source>MIP</source>
        <translation>MIP</translation>
    </message>
    <message>
        <source>MinIP</source>
        <translation>MinIP</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>平均</translation>
    </message>
    <message>
        <source>images in colour have no slab</source>
        <translation>彩色影像不能做厚層</translation>
    </message>
    <message>
        <source>the images do not say where they lie, or there is only one</source>
        <translation>影像未說明所在位置，或只有一層</translation>
    </message>
    <message>
        <source>the neighbouring slices are not parallel</source>
        <translation>相鄰層不平行</translation>
    </message>
    <message>
        <source>the steps between the slices are uneven here</source>
        <translation>此處層間距不均勻</translation>
    </message>
    <message>
        <source>the slices are shifted against one another (tilted gantry)</source>
        <translation>各層互相錯位（機架傾斜）</translation>
    </message>
    <message>
        <source>the neighbouring slices differ in size, spacing or unit</source>
        <translation>相鄰層的大小、像素間距或單位不同</translation>
    </message>
    <message>
        <source>more slices than there is memory for</source>
        <translation>層數過多，記憶體不足</translation>
    </message>
    <message>
        <source>Sharpened %1</source>
        <translation>銳化 %1</translation>
    </message>
    <message>
        <source>Smoothed %1</source>
        <translation>平滑 %1</translation>
    </message>
    <message>
        <source>Edges %1</source>
        <translation>邊緣增強 %1</translation>
    </message>
    <message>
        <source>Local contrast %1</source>
        <translation>局部對比度 %1</translation>
    </message>
    <message>
        <source>Hot Iron</source>
        <translation>熱鐵</translation>
    </message>
    <message>
        <source>PET</source>
        <translation>PET</translation>
    </message>
    <message>
        <source>Hot Metal Blue</source>
        <translation>熱金屬藍</translation>
    </message>
    <message>
        <source>PET 20 Step</source>
        <translation>PET 20 級</translation>
    </message>
    <message>
        <source>Rainbow</source>
        <translation>彩虹</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>灰階</translation>
    </message>
    <message>
        <source>the neighbouring slices belong to other frames of reference</source>
        <translation>相鄰層屬於不同的參考座標系</translation>
    </message>
    <message>
        <source>Slab with gaps: slices of %1 mm every %2 mm</source>
        <translation>厚層有間隙：層厚 %1 mm，層距 %2 mm</translation>
    </message>
    <message>
        <source>what lies between them was not scanned</source>
        <translation>層間組織未被掃描</translation>
    </message>
    <message>
        <source>Outlines are not drawn over a slab</source>
        <translation>厚層上不繪製輪廓</translation>
    </message>
    <message>
        <source>they belong to one slice · switch the slab off to see them</source>
        <translation>輪廓只屬於單層 · 關閉厚層即可顯示</translation>
    </message>
    <message>
        <source>Slab may lack slices</source>
        <translation>厚層可能缺層</translation>
    </message>
    <message>
        <source>not all images of the series are known</source>
        <translation>序列的影像尚未全部獲知</translation>
    </message>
    <message>
        <source>with gaps</source>
        <translation>有間隙</translation>
    </message>
    <message>
        <source>images with values of 32 bits have no slab</source>
        <translation>32 位元數值的影像不能做厚層</translation>
    </message>
    <message>
        <source>Identity not confirmed</source>
        <translation>身分未確認</translation>
    </message>
    <message>
        <source>this may be another patient&apos;s study</source>
        <translation>這可能是另一位病人的檢查</translation>
    </message>
    <message>
        <source>reaches beyond the images</source>
        <translation>超出影像範圍</translation>
    </message>
    <message>
        <source>measured across uneven slice spacing</source>
        <translation>跨越不均勻的層面間距測量</translation>
    </message>
    <message>
        <source>measured across missing slices</source>
        <translation>跨越缺層測量</translation>
    </message>
    <message>
        <source>one end %1 mm outside this image</source>
        <translation>一端在此影像外 %1 mm</translation>
    </message>
    <message>
        <source>(as written in the file, plane not known)</source>
        <translation>（按檔案所寫，平面不明）</translation>
    </message>
    <message>
        <source>(on the scanned film)</source>
        <translation>（掃描膠片上）</translation>
    </message>
    <message>
        <source>Only the segmentation is there</source>
        <translation>只有分割，沒有影像</translation>
    </message>
    <message>
        <source>the others: %1</source>
        <translation>其餘影像：%1</translation>
    </message>
    <message>
        <source>More images may come</source>
        <translation>可能還有影像</translation>
    </message>
    <message>
        <source>the images under it are missing · coloured areas, no tissue</source>
        <translation>其下的影像缺失 · 所見為著色區域，並非組織</translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) found so far</source>
        <translation>
            <numerusform>目前找到 %n 張影像</numerusform>
        </translation>
    </message>
    <message>
        <source>parts could not be read and are not drawn · where no outline is, one may be missing</source>
        <translation>部分內容無法讀取，未繪製 · 沒有輪廓處可能缺少輪廓</translation>
    </message>
    <message>
        <source>Outlines incomplete on this image: %1</source>
        <translation>此影像上輪廓不完整：%1</translation>
    </message>
    <message>
        <source>Outlines incomplete: %1</source>
        <translation>輪廓不完整：%1</translation>
    </message>
    <message>
        <source>Outlines of this image may be incomplete: %1</source>
        <translation>此影像的輪廓可能不完整：%1</translation>
    </message>
    <message>
        <source>they have another number of points than they say</source>
        <translation>點數與所聲明的不符</translation>
    </message>
    <message>
        <source>Series incomplete: %1</source>
        <translation>序列不完整：%1</translation>
    </message>
    <message>
        <source>%1 of %2 images</source>
        <translation>%2 幅中的 %1 幅</translation>
    </message>
    <message>
        <source>part %1 lacks %2</source>
        <translation>第 %1 部分缺 %2 幅</translation>
    </message>
    <message>
        <source>part %1 (%2) lacks %3</source>
        <translation>第 %1 部分（%2）缺 %3 幅</translation>
    </message>
    <message numerus="yes">
        <source>%n other part(s) lack images</source>
        <translation>
            <numerusform>另有 %n 個部分缺影像</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>of %n more image(s) it is not known which part lacks them</source>
        <translation>
            <numerusform>另有 %n 幅不知缺在哪一部分</numerusform>
        </translation>
    </message>
    <message>
        <source>which part lacks them is not known</source>
        <translation>不知缺在哪一部分</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>Lossy</source>
        <translation>失真</translation>
    </message>
    <message>
        <source>Lossy %1:1</source>
        <translation>失真 %1:1</translation>
    </message>
    <message>
        <source>Incomplete</source>
        <translation>不完整</translation>
    </message>
    <message>
        <source>part %1 seems to lack %2</source>
        <translation>第 %1 部分似缺 %2 幅</translation>
    </message>
    <message>
        <source>part %1 (%2) seems to lack %3</source>
        <translation>第 %1 部分（%2）似缺 %3 幅</translation>
    </message>
    <message>
        <source>reaches %1 mm outside this image</source>
        <translation>伸出此影像外 %1 mm</translation>
    </message>
    <message>
        <source>no angle: the axes have no common unit here</source>
        <translation>無角度：此處兩軸單位不同</translation>
    </message>
    <message>
        <source>Cobb %1</source>
        <translation>Cobb 角 %1</translation>
    </message>
    <message>
        <source>CTR %1</source>
        <translation>心胸比 %1</translation>
    </message>
    <message>
        <source>ratio %1</source>
        <translation>比值 %1</translation>
    </message>
    <message>
        <source>HKA %1</source>
        <translation>髖膝踝角 %1</translation>
    </message>
    <message>
        <source>femur %1 · tibia %2 · leg %3</source>
        <translation>股骨 %1 · 脛骨 %2 · 下肢全長 %3</translation>
    </message>
    <message>
        <source>mean %1 · SD %2</source>
        <translation>平均值 %1 · 標準差 %2</translation>
    </message>
    <message>
        <source>min %1 · max %2</source>
        <translation>最小 %1 · 最大 %2</translation>
    </message>
    <message>
        <source>no pixel with a value</source>
        <translation>無有效像素值</translation>
    </message>
    <message>
        <source>no centre of a pixel lies inside</source>
        <translation>區域內不含任何像素中心</translation>
    </message>
    <message>
        <source>reaches beyond the image</source>
        <translation>超出影像邊緣</translation>
    </message>
    <message>
        <source>no SUV: %1</source>
        <translation>無 SUV：%1</translation>
    </message>
    <message>
        <source>%1 mean %2 · max %3</source>
        <translation>%1 平均值 %2 · 最大 %3</translation>
    </message>
    <message>
        <source>Colours in %1 of %2 bits</source>
        <translation>彩色以 %1 位元顯示（儲存 %2 位元）</translation>
    </message>
    <message>
        <source>their finest steps are not shown</source>
        <translation>最細微的色階差異無法顯示</translation>
    </message>
    <message>
        <source>%1 of %2 bits</source>
        <translation>%1/%2 位元</translation>
    </message>
    <message>
        <source>in the file: %1 %2</source>
        <extracomment>%1: what was measured, %2: the value with its unit, as the file states them</extracomment>
        <translation>檔案中：%1 %2</translation>
    </message>
    <message>
        <source>no %1: %2</source>
        <translation>無 %1：%2</translation>
    </message>
    <message>
        <source>by the file %1</source>
        <translation>依檔案為 %1</translation>
    </message>
    <message>
        <source>too short to calibrate by: %1 px at least</source>
        <translation>線段太短，不能校準：至少 %1 px</translation>
    </message>
    <message>
        <source>this image has a scale of its own: the line calibrates nothing</source>
        <translation>此影像有自己的比例尺：該線不作校準</translation>
    </message>
    <message>
        <source>contradicts another calibration of this image: neither holds</source>
        <translation>與此影像的另一條校準線矛盾：兩條均不生效</translation>
    </message>
    <message>
        <source>no length: it leaves the region of the ultrasound image that it begins in</source>
        <translation>無長度：超出了起點所在的超音波區域</translation>
    </message>
    <message>
        <source>no mm: this part of the ultrasound image gives no scale</source>
        <translation>無毫米值：超音波影像的這一部分沒有比例尺</translation>
    </message>
    <message>
        <source>(calibrated by hand)</source>
        <translation>（手動校準）</translation>
    </message>
    <message>
        <source>Another patient</source>
        <translation>其他病人</translation>
    </message>
    <message>
        <source>not to be compared with this tab&apos;s images</source>
        <translation>不得與本分頁的影像對照</translation>
    </message>
    <message>
        <source>%1: not yet, being computed</source>
        <translation>%1：計算中，尚未生效</translation>
    </message>
    <message>
        <source>Fused %1: image data damaged</source>
        <translation>融合的 %1：影像資料損毀</translation>
    </message>
    <message>
        <source>%1 lossy</source>
        <translation>%1 失真</translation>
    </message>
    <message>
        <source>%1 lossy %2:1</source>
        <translation>%1 失真 %2:1</translation>
    </message>
    <message>
        <source>Fused %1: lossy compression %2:1</source>
        <translation>融合的 %1：失真壓縮 %2:1</translation>
    </message>
    <message>
        <source>Fused %1: lossy compression, ratio unknown</source>
        <translation>融合的 %1：失真壓縮，壓縮比不明</translation>
    </message>
    <message>
        <source>Fused %1: more images may come</source>
        <translation>融合的 %1：可能還有影像</translation>
    </message>
    <message>
        <source>what is laid over may change with them</source>
        <translation>疊加內容可能隨之改變</translation>
    </message>
    <message>
        <source>Fused %1: partially loaded %2 %</source>
        <translation>融合的 %1：部分載入 %2%</translation>
    </message>
    <message>
        <source>Fused %1: %2 of %3 slices of this plane are missing</source>
        <translation>融合的 %1：本層面所需 %3 層中缺 %2 層</translation>
    </message>
    <message>
        <source>where they belong nothing is laid over the image</source>
        <translation>缺層處無疊加顯示</translation>
    </message>
    <message>
        <source>Fused %1: series incomplete: %2</source>
        <translation>融合的 %1：序列不完整：%2</translation>
    </message>
    <message>
        <source>Fused %1: series incomplete</source>
        <translation>融合的 %1：序列不完整</translation>
    </message>
    <message>
        <source>%1 incomplete</source>
        <translation>%1 不完整</translation>
    </message>
    <message>
        <source>+ %1: %2</source>
        <extracomment>%1: a series that lies over the image, %2: what it says within a region</extracomment>
        <translation>+ %1：%2</translation>
    </message>
    <message>
        <source>no voxel with a value</source>
        <translation>無有效體素值</translation>
    </message>
    <message>
        <source>no centre of a voxel lies inside</source>
        <translation>區域內不含任何體素中心</translation>
    </message>
    <message>
        <source>perimeter %1</source>
        <translation>周長 %1</translation>
    </message>
    <message>
        <source>what is missing is not laid over the image · not for diagnosis</source>
        <translation>缺失部分未疊加顯示 · 不可用於診斷</translation>
    </message>
    <message>
        <source>reaches beyond the series or the image</source>
        <translation>超出該序列或影像邊緣</translation>
    </message>
    <message>
        <source>Presentation LUT</source>
        <translation>顯示查找表</translation>
    </message>
    <message>
        <source>of this image alone, not of the slab</source>
        <translation>單層影像的數值，不是厚層的</translation>
    </message>
    <message>
        <source>The presentation state is not for this image</source>
        <translation>顯示狀態不適用於此影像</translation>
    </message>
    <message>
        <source>its greys or shutter are for other images of the stack · this one is shown as its file says</source>
        <translation>其灰階或遮光器只適用於該序列的其他影像 · 此影像依檔案顯示</translation>
    </message>
    <message>
        <source>the file has no VOI LUT %1</source>
        <translation>檔案中沒有第 %1 個 VOI LUT</translation>
    </message>
    <message numerus="yes">
        <source>%n voxels</source>
        <translation>
            <numerusform>%n 體素</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n voxels without a value left out</source>
        <translation>
            <numerusform>已排除 %n 個無值體素</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pixels</source>
        <translation>
            <numerusform>%n 像素</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pixels without a value left out</source>
        <translation>
            <numerusform>已排除 %n 個無值像素</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OwnProtocols</name>
    <message>
        <source>The folder of the settings cannot be written.</source>
        <translation>無法寫入設定資料夾。</translation>
    </message>
    <message>
        <source>The file cannot be deleted: %1</source>
        <translation>無法刪除檔案：%1</translation>
    </message>
    <message>
        <source>The file cannot be written: %1</source>
        <translation>無法寫入檔案：%1</translation>
    </message>
</context>
<context>
    <name>Password</name>
    <message>
        <source>The password needs at least %1 characters.</source>
        <translation>密碼至少需要 %1 個字元。</translation>
    </message>
    <message>
        <source>The password has more than %1 characters.</source>
        <translation>密碼超過了 %1 個字元。</translation>
    </message>
</context>
<context>
    <name>PatientIndex</name>
    <message>
        <source>the sex is another one</source>
        <translation>性別不一致</translation>
    </message>
    <message>
        <source>the birth date is another one</source>
        <translation>出生日期不一致</translation>
    </message>
    <message>
        <source>the name is another one</source>
        <translation>姓名不一致</translation>
    </message>
    <message>
        <source>the ID was given by another institution</source>
        <translation>編號由其他機構發放</translation>
    </message>
    <message>
        <source>the Patient ID is another one</source>
        <translation>病歷號不同</translation>
    </message>
    <message>
        <source>there is no Patient ID to compare</source>
        <translation>缺少可比對的病歷號</translation>
    </message>
    <message>
        <source>which institution gave the ID is not known</source>
        <translation>不知編號由哪家機構發放</translation>
    </message>
    <message>
        <source>neither name nor birth date can be compared</source>
        <translation>姓名和出生日期均無法比對</translation>
    </message>
    <message>
        <source>the names, in two scripts, sound alike</source>
        <translation>姓名寫法不同，讀音相同</translation>
    </message>
    <message>
        <source>same Patient ID</source>
        <translation>病歷號相同</translation>
    </message>
    <message>
        <source>same name</source>
        <translation>姓名相同</translation>
    </message>
    <message>
        <source>same sex</source>
        <translation>性別相同</translation>
    </message>
    <message>
        <source>same birth date</source>
        <translation>出生日期相同</translation>
    </message>
</context>
<context>
    <name>PatientMatch</name>
    <message>
        <source>The ID was given by another institution.</source>
        <translation>該編號由其他機構簽發。</translation>
    </message>
    <message>
        <source>The name is another one.</source>
        <translation>姓名不同。</translation>
    </message>
    <message>
        <source>The birth date is another one.</source>
        <translation>出生日期不同。</translation>
    </message>
    <message>
        <source>The sex is another one.</source>
        <translation>性別不同。</translation>
    </message>
    <message>
        <source>Neither name nor birth date can be compared.</source>
        <translation>姓名和出生日期均無法核對。</translation>
    </message>
    <message>
        <source>Which institution gave the ID is not known: check the identity.</source>
        <translation>不知此病人 ID 由哪個機構簽發：請核對身分。</translation>
    </message>
</context>
<context>
    <name>People</name>
    <message>
        <source>Damaged entry %1</source>
        <translation>損壞的項目 %1</translation>
    </message>
    <message>
        <source>The name is missing.</source>
        <translation>缺少姓名。</translation>
    </message>
    <message>
        <source>The name has more than %1 characters.</source>
        <translation>姓名超過了 %1 個字元。</translation>
    </message>
    <message>
        <source>The name has characters that cannot be seen.</source>
        <translation>姓名中有不可見的字元。</translation>
    </message>
    <message>
        <source>There is a person of this name already.</source>
        <translation>已有同名的人員。</translation>
    </message>
    <message>
        <source>There are %1 people already; that is as many as fit.</source>
        <translation>已有 %1 位人員，無法再新增。</translation>
    </message>
</context>
<context>
    <name>PeopleCommands</name>
    <message>
        <source>This program was started with settings of its own (--profile): there are no people in it, so nothing can be locked and nobody can take over. Start it without --profile for that.</source>
        <translation>此程式以單獨的設定（--profile）啟動，其中沒有使用者：不能鎖定，也不能切換使用者。如有需要，請不帶 --profile 啟動。</translation>
    </message>
</context>
<context>
    <name>PresentationStateText</name>
    <message>
        <source>Presentation state</source>
        <translation>顯示狀態</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>標籤</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>說明</translation>
    </message>
    <message>
        <source>Made by</source>
        <translation>作者</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>建立時間</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>影像</translation>
    </message>
    <message>
        <source>Drawings</source>
        <translation>圖形</translation>
    </message>
    <message>
        <source>It is applied from the menu of presentation states.</source>
        <translation>從「顯示狀態」選單套用。</translation>
    </message>
</context>
<context>
    <name>PresentationStates</name>
    <message>
        <source>The image has colours; the grey values of the state are not used.</source>
        <translation>影像為彩色，顯示狀態的灰階設定未採用。</translation>
    </message>
    <message>
        <source>The state has no window for this image; the window stays as it is.</source>
        <translation>顯示狀態沒有此影像的窗寬窗位，保持不變。</translation>
    </message>
    <message>
        <source>The window of the state counts in values of a table (Modality LUT); it is not used.</source>
        <translation>顯示狀態的窗寬窗位以查找表（Modality LUT）的值計，未採用。</translation>
    </message>
    <message>
        <source>The values of the state run the other way than those of the image; its window is not used.</source>
        <translation>顯示狀態的數值方向與影像相反，其窗寬窗位未採用。</translation>
    </message>
    <message>
        <source>The window of the state cannot be used.</source>
        <translation>顯示狀態的窗寬窗位無法採用。</translation>
    </message>
    <message>
        <source>The state names no part of this image; the zoom stays as it is.</source>
        <translation>顯示狀態未指定此影像的顯示區域，縮放保持不變。</translation>
    </message>
    <message>
        <source>The part of the image that the state names cannot be shown.</source>
        <translation>顯示狀態指定的顯示區域無法顯示。</translation>
    </message>
    <message>
        <source>The state asks for true size; the size of the monitor or of the pixels is not known.</source>
        <translation>顯示狀態要求按實際大小顯示，但顯示器或像素的尺寸未知。</translation>
    </message>
    <message>
        <source>Presentation state</source>
        <translation>顯示狀態</translation>
    </message>
    <message>
        <source>The state has a table of grey values (Presentation LUT), which is not used: the greys are not those that its author saw.</source>
        <translation>顯示狀態含灰階查找表（Presentation LUT），未採用：所見灰階與儲存者所見不同。</translation>
    </message>
    <message>
        <source>The table of grey values of the state (VOI LUT) counts in values of another table (Modality LUT) than the image; it is not used: the greys are not those that its author saw.</source>
        <translation>顯示狀態的灰階查找表（VOI LUT）以另一查找表（Modality LUT）的值計，與影像不符，未採用：所見灰階與儲存者所見不同。</translation>
    </message>
    <message>
        <source>The table of grey values of the state (VOI LUT) cannot be used: the greys are not those that its author saw.</source>
        <translation>顯示狀態的灰階查找表（VOI LUT）無法使用：所見灰階與儲存者所見不同。</translation>
    </message>
    <message>
        <source>The state gives the pixels another shape than the image does; they are shown as the image says.</source>
        <translation>顯示狀態中的像素寬高比與影像不同，按影像自身的比例顯示。</translation>
    </message>
    <message>
        <source>At the size that the state asks for, this view shows only the middle of the part of the image that it names.</source>
        <translation>按顯示狀態要求的大小，此檢視只能顯示其指定部分的中間。</translation>
    </message>
    <message>
        <source>The state was saved for some of these images; the others keep the greys and the shutter that their files say.</source>
        <translation>該顯示狀態只為其中部分影像儲存；其餘影像仍依各自檔案的灰階和遮光器顯示。</translation>
    </message>
    <message>
        <source>The state has windows for more images than can be kept apart; they are not used.</source>
        <translation>該顯示狀態的窗涉及的影像過多，無法逐一區分；未予採用。</translation>
    </message>
</context>
<context>
    <name>QFileDialog</name>
    <message>
        <source>Folder</source>
        <translation>資料夾</translation>
    </message>
</context>
<context>
    <name>RepairLog</name>
    <message>
        <source>Technical: %1</source>
        <translation>技術資訊：%1</translation>
    </message>
    <message>
        <source>Series: %1</source>
        <translation>序列：%1</translation>
    </message>
    <message>
        <source>Images: %1</source>
        <translation>影像：%1</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>另有 %n 個</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n frame(s)</source>
        <translation>
            <numerusform>%n 個影格</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReportText</name>
    <message>
        <source>%1 with %2 numbers</source>
        <translation>%1，共 %2 個數值</translation>
    </message>
    <message>
        <source>no value</source>
        <translation>無數值</translation>
    </message>
    <message>
        <source>see item %1</source>
        <translation>參見項目 %1</translation>
    </message>
    <message>
        <source>content of type %1 is not shown</source>
        <translation>%1 類型的內容未顯示</translation>
    </message>
    <message>
        <source>frame %1</source>
        <translation>影格 %1</translation>
    </message>
    <message>
        <source>segment %1</source>
        <translation>分割 %1</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>影像</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>波形</translation>
    </message>
    <message>
        <source>Object</source>
        <translation>物件</translation>
    </message>
    <message>
        <source>complete</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>partial</source>
        <translation>部分完成</translation>
    </message>
    <message>
        <source>preliminary</source>
        <translation>初步</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Completion</source>
        <translation>完成狀態</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>備註</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>作者</translation>
    </message>
    <message>
        <source>Verified by</source>
        <translation>審核者</translation>
    </message>
    <message>
        <source>Verification</source>
        <translation>審核</translation>
    </message>
    <message>
        <source>verified</source>
        <translation>已審核</translation>
    </message>
    <message>
        <source>not verified</source>
        <translation>未審核</translation>
    </message>
    <message>
        <source>Replaces</source>
        <translation>取代</translation>
    </message>
    <message numerus="yes">
        <source>%n earlier document(s)</source>
        <translation>
            <numerusform>%n 份先前文件</numerusform>
        </translation>
    </message>
    <message>
        <source>Repaired</source>
        <translation>已修復</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>截斷</translation>
    </message>
    <message>
        <source>The document is longer than is shown here</source>
        <translation>文件比此處顯示的更長</translation>
    </message>
    <message>
        <source>not in this study</source>
        <translation>不在本次檢查中</translation>
    </message>
    <message>
        <source>Text that was read in another character set than it was written in was put right</source>
        <translation>已修正因字元集不符而出現的亂碼</translation>
    </message>
</context>
<context>
    <name>RequestForm</name>
    <message>
        <source>not pregnant</source>
        <translation>未懷孕</translation>
    </message>
    <message>
        <source>possibly pregnant</source>
        <translation>可能懷孕</translation>
    </message>
    <message>
        <source>pregnant</source>
        <translation>懷孕</translation>
    </message>
</context>
<context>
    <name>RoiHistogram</name>
    <message>
        <source>Only a region (ROI) has a histogram.</source>
        <translation>只有區域（ROI）才有直方圖。</translation>
    </message>
    <message>
        <source>The region is not drawn on the image shown.</source>
        <translation>該區域不在所顯示的影像上。</translation>
    </message>
    <message>
        <source>An image in colour has no values to count.</source>
        <translation>彩色影像沒有可供統計的數值。</translation>
    </message>
    <message>
        <source>The image is not loaded yet.</source>
        <translation>影像尚未載入。</translation>
    </message>
    <message>
        <source>No pixel with a value lies in the region.</source>
        <translation>區域內沒有帶數值的像素。</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>values</comment>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>%1: %2 pixels (%3 %)</source>
        <translation>%1：%2 像素（%3 %）</translation>
    </message>
</context>
<context>
    <name>SettingsCommands</name>
    <message>
        <source>Open study</source>
        <translation>已開啟的檢查</translation>
    </message>
</context>
<context>
    <name>StudyTable</name>
    <message>
        <source>documents</source>
        <translation>文件</translation>
    </message>
</context>
<context>
    <name>StudyText</name>
    <message>
        <source>M</source>
        <comment>sex: male</comment>
        <translation>男</translation>
    </message>
    <message>
        <source>F</source>
        <comment>sex: female</comment>
        <translation>女</translation>
    </message>
    <message>
        <source>other</source>
        <comment>sex</comment>
        <translation>其他</translation>
    </message>
    <message>
        <source>%1 d</source>
        <comment>age in days</comment>
        <translation>%1 天</translation>
    </message>
    <message>
        <source>%1 wk</source>
        <comment>age in weeks</comment>
        <translation>%1 週</translation>
    </message>
    <message>
        <source>%1 mo</source>
        <comment>age in months</comment>
        <translation>%1 個月</translation>
    </message>
</context>
<context>
    <name>Suv</name>
    <message>
        <source>it is no PET image</source>
        <translation>不是 PET 影像</translation>
    </message>
    <message>
        <source>of enhanced PET objects it is not computed</source>
        <translation>增強型 PET 物件不計算 SUV</translation>
    </message>
    <message>
        <source>the values are not corrected for attenuation</source>
        <translation>數值未作衰減校正</translation>
    </message>
    <message>
        <source>the values are not corrected for decay</source>
        <translation>數值未作衰變校正</translation>
    </message>
    <message>
        <source>the unit of the values leads to no activity</source>
        <translation>數值單位無法換算為活度</translation>
    </message>
    <message>
        <source>the values are counts and the maker&apos;s factor is missing</source>
        <translation>數值為計數，且缺少廠商換算係數</translation>
    </message>
    <message>
        <source>the values are SUV of another kind already</source>
        <translation>數值已是另一種 SUV</translation>
    </message>
    <message>
        <source>the patient&apos;s weight is missing</source>
        <translation>缺少病人體重</translation>
    </message>
    <message>
        <source>the patient&apos;s height is missing</source>
        <translation>缺少病人身高</translation>
    </message>
    <message>
        <source>the patient&apos;s sex is missing</source>
        <translation>缺少病人性別</translation>
    </message>
    <message>
        <source>weight or height cannot be right</source>
        <translation>體重或身高不合理</translation>
    </message>
    <message>
        <source>the injected dose is missing</source>
        <translation>缺少注射劑量</translation>
    </message>
    <message>
        <source>the injected dose cannot be right</source>
        <translation>注射劑量不合理</translation>
    </message>
    <message>
        <source>the half-life is missing</source>
        <translation>缺少半衰期</translation>
    </message>
    <message>
        <source>the time of the injection is missing</source>
        <translation>缺少注射時間</translation>
    </message>
    <message>
        <source>the time to which decay was corrected is not known</source>
        <translation>衰變校正的基準時間不明</translation>
    </message>
    <message>
        <source>the times of injection and scan contradict each other</source>
        <translation>注射時間與掃描時間矛盾</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>same day</source>
        <translation>同一天</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) earlier</source>
        <translation>
            <numerusform>%n 天前</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) later</source>
        <translation>
            <numerusform>%n 天後</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n month(s) earlier</source>
        <translation>
            <numerusform>%n 個月前</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n month(s) later</source>
        <translation>
            <numerusform>%n 個月後</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n year(s) earlier</source>
        <translation>
            <numerusform>%n 年前</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n year(s) later</source>
        <translation>
            <numerusform>%n 年後</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 d</source>
        <translation>%1 天</translation>
    </message>
    <message>
        <source>%1 mo</source>
        <translation>%1 月</translation>
    </message>
    <message>
        <source>%1 y</source>
        <translation>%1 年</translation>
    </message>
</context>
<context>
    <name>ViewLinks</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>no other images are shown</source>
        <translation>沒有顯示其他影像</translation>
    </message>
    <message>
        <source>place in the patient unknown</source>
        <translation>在病人體內的位置未知</translation>
    </message>
    <message>
        <source>another frame of reference</source>
        <translation>參考座標系不同</translation>
    </message>
    <message>
        <source>planes not parallel</source>
        <translation>平面不平行</translation>
    </message>
    <message>
        <source>not part of this offset link</source>
        <translation>不在此偏移連動之內</translation>
    </message>
    <message>
        <source>Offset link</source>
        <translation>偏移連動</translation>
    </message>
    <message>
        <source>Linked</source>
        <translation>已連動</translation>
    </message>
    <message>
        <source>Not linked: %1</source>
        <translation>未連動：%1</translation>
    </message>
    <message>
        <source>at another place</source>
        <translation>位置不同</translation>
    </message>
    <message>
        <source>nearest, %1 mm away</source>
        <translation>最近層，相距 %1 mm</translation>
    </message>
    <message>
        <source>The views cannot be linked: %1.</source>
        <translation>視圖無法連動：%1。</translation>
    </message>
    <message>
        <source>These views do not go along: %1.</source>
        <translation>以下視圖不參與連動：%1。</translation>
    </message>
    <message>
        <source>Linked, though another patient is shown in view %1.</source>
        <translation>已連動，但檢視 %1 顯示的是另一位病人。</translation>
    </message>
    <message>
        <source>3D cursor</source>
        <translation>3D 游標</translation>
    </message>
    <message>
        <source>3D cursor %1 mm from this image</source>
        <translation>3D 游標距本影像 %1 mm</translation>
    </message>
    <message>
        <source>3D cursor outside this image</source>
        <translation>3D 游標在本影像之外</translation>
    </message>
    <message>
        <source>3D cursor unknown here: %1</source>
        <translation>此處 3D 游標位置未知：%1</translation>
    </message>
    <message>
        <source>tilted by %1°</source>
        <translation>層面傾斜 %1°</translation>
    </message>
    <message>
        <source>aligned by computation</source>
        <translation>計算配準</translation>
    </message>
    <message>
        <source>Align them by computation, or scroll them to places that belong together and link them by offset.</source>
        <translation>請計算配準，或先將各視圖捲到相對應的位置，再使用偏移連動。</translation>
    </message>
    <message>
        <source>another patient, or not confirmed as the same one</source>
        <translation>不是同一病人，或尚未確認為同一病人</translation>
    </message>
</context>
<context>
    <name>WaveformView</name>
    <message>
        <source>3 × 4 + rhythm</source>
        <translation>3 × 4 + 節律</translation>
    </message>
    <message>
        <source>6 × 2</source>
        <translation>6 × 2</translation>
    </message>
    <message>
        <source>12 × 1</source>
        <translation>12 × 1</translation>
    </message>
    <message>
        <source>As recorded</source>
        <translation>依記錄順序</translation>
    </message>
</context>
<context>
    <name>WhyNot</name>
    <message>
        <source>There is nothing to undo.</source>
        <translation>沒有可復原的操作。</translation>
    </message>
    <message>
        <source>There is nothing to redo.</source>
        <translation>沒有可重做的操作。</translation>
    </message>
    <message>
        <source>No series is chosen in the strip.</source>
        <translation>序列欄中未選擇序列。</translation>
    </message>
    <message>
        <source>No study is chosen.</source>
        <translation>未選擇檢查。</translation>
    </message>
    <message>
        <source>This study has no accession number.</source>
        <translation>此檢查沒有檢查單號。</translation>
    </message>
    <message>
        <source>The worklist stays open.</source>
        <translation>工作清單保持開啟。</translation>
    </message>
</context>
<context>
    <name>WindowPreset</name>
    <message>
        <source>Lung</source>
        <translation>肺</translation>
    </message>
    <message>
        <source>Mediastinum</source>
        <translation>縱膈</translation>
    </message>
    <message>
        <source>Bone</source>
        <translation>骨</translation>
    </message>
    <message>
        <source>Liver</source>
        <translation>肝</translation>
    </message>
    <message>
        <source>Vessel</source>
        <translation>血管</translation>
    </message>
    <message>
        <source>Brain</source>
        <translation>腦</translation>
    </message>
    <message>
        <source>Auto</source>
        <translation>自動</translation>
    </message>
    <message>
        <source>Soft tissue</source>
        <translation>軟組織</translation>
    </message>
</context>
<context>
    <name>consilium::app::AlignCommands</name>
    <message>
        <source>its images are in colour</source>
        <translation>影像為彩色</translation>
    </message>
    <message>
        <source>its images do not say where they lie in the patient</source>
        <translation>影像未說明在病人體內的位置</translation>
    </message>
    <message>
        <source>it has too few slices</source>
        <translation>層面太少</translation>
    </message>
    <message>
        <source>slices are missing or lie far apart</source>
        <translation>層面缺失或間距過大</translation>
    </message>
    <message>
        <source>its images are no stack of parallel slices</source>
        <translation>影像不是一組平行層面</translation>
    </message>
    <message>
        <source>too little of the body is shown</source>
        <translation>影像所含的人體範圍太小</translation>
    </message>
    <message>
        <source>the two show too little of the same part of the body</source>
        <translation>兩個序列的掃描範圍重疊太少</translation>
    </message>
    <message>
        <source>the computations there and back differ by %1 mm</source>
        <translation>正、反向兩次計算結果相差 %1 mm</translation>
    </message>
    <message>
        <source>one would be turned by more than %1° to the other</source>
        <translation>兩者之間的旋轉角度超過 %1°</translation>
    </message>
    <message>
        <source>no position fits clearly better than others</source>
        <translation>未找到明顯優於其他位置的配準結果</translation>
    </message>
    <message>
        <source>the series is still being loaded</source>
        <translation>序列仍在載入</translation>
    </message>
    <message>
        <source>an image of it cannot be read</source>
        <translation>其中一幅影像無法讀取</translation>
    </message>
    <message>
        <source>Align views</source>
        <translation>視圖配準</translation>
    </message>
    <message>
        <source>View %1 has another frame of reference than the active view: its places cannot be compared. The images can be aligned by computation (rigid, mutual information); this takes some seconds. Both views are then marked as aligned by computation.</source>
        <translation>視圖 %1 與目前視圖的參考座標系不同，位置無法直接對比。可由影像計算配準（剛性，互資訊），需數秒。之後兩個視圖均標明「計算配準」。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Align and scroll together</source>
        <translation>配準並連動</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>暫不</translation>
    </message>
    <message>
        <source>Views are being aligned already.</source>
        <translation>視圖配準正在進行中。</translation>
    </message>
    <message>
        <source>No other view shows a series of this patient in another frame of reference.</source>
        <translation>沒有其他視圖顯示該病人參考座標系不同的序列。</translation>
    </message>
    <message>
        <source>Aligning view %1 with view %2</source>
        <translation>正在將視圖 %1 與視圖 %2 配準</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Aligning was stopped; nothing was changed.</source>
        <translation>已停止配準，未作任何變更。</translation>
    </message>
    <message>
        <source>View %1 cannot be aligned with view %2: %3.</source>
        <translation>視圖 %1 無法與視圖 %2 配準：%3。</translation>
    </message>
    <message>
        <source>view %1: %2</source>
        <translation>視圖 %1：%2</translation>
    </message>
    <message>
        <source>Scroll them to places that belong together, then link them by offset.</source>
        <translation>請先將各視圖捲到相對應的位置，再使用偏移連動。</translation>
    </message>
    <message>
        <source>The views show other series now: the alignment was not used.</source>
        <translation>視圖顯示的序列已改變，未採用本次配準結果。</translation>
    </message>
    <message>
        <source>View %1 is aligned with view %2 by computation: turned by %3°; there and back differ by at most %4 mm. Check it at landmarks.</source>
        <translation>視圖 %1 已透過計算與視圖 %2 配準：旋轉 %3°；正、反向兩次計算結果最多相差 %4 mm。請用解剖標誌核對。</translation>
    </message>
    <message>
        <source>No view is aligned by computation.</source>
        <translation>沒有計算配準的視圖。</translation>
    </message>
    <message>
        <source>The alignment by computation is taken back.</source>
        <translation>已取消計算配準。</translation>
    </message>
    <message>
        <source>Aligning was stopped; the other views were not aligned.</source>
        <translation>已停止配準，其餘視圖未配準。</translation>
    </message>
    <message>
        <source>the series was arranged anew or closed meanwhile</source>
        <translation>該序列在此期間被重新排列或已關閉</translation>
    </message>
    <message>
        <source>The active view shows no image that others could be aligned with.</source>
        <translation>目前視圖沒有可供配準的影像。</translation>
    </message>
    <message>
        <source>View %1 is aligned with the active view already. Take the alignment back to compute it anew.</source>
        <translation>視圖 %1 與目前視圖已配準。如需重新計算，請先取消配準。</translation>
    </message>
    <message>
        <source>Align them once more when the series stand.</source>
        <translation>請待序列就緒後重新配準。</translation>
    </message>
    <message>
        <source>The views are not taken for one patient&apos;s any more: the alignment was not used.</source>
        <translation>各視圖已不再視為同一病人：未採用此次配準。</translation>
    </message>
</context>
<context>
    <name>consilium::app::AppBar</name>
    <message>
        <source>All commands</source>
        <translation>全部命令</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message numerus="yes">
        <source>%n archives out of order</source>
        <translation>
            <numerusform>%n 個歸檔異常</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>consilium::app::AppearanceSettings</name>
    <message>
        <source>Language and appearance</source>
        <translation>語言與外觀</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>語言</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>配色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>淺色</translation>
    </message>
    <message>
        <source>Images are always shown on black.</source>
        <translation>影像始終以黑色為背景顯示。</translation>
    </message>
</context>
<context>
    <name>consilium::app::Application</name>
    <message>
        <source>The settings cannot be written to the disk: what is changed lasts until the program ends.</source>
        <translation>設定無法寫入磁碟：所作變更在程式結束前有效。</translation>
    </message>
    <message numerus="yes">
        <source>%n more studies are not opened yet.</source>
        <translation>
            <numerusform>還有 %n 個檢查未開啟。</numerusform>
        </translation>
    </message>
    <message>
        <source>All studies that were found have their tabs.</source>
        <translation>找到的檢查均已有分頁。</translation>
    </message>
    <message>
        <source>Nothing was left out.</source>
        <translation>沒有未開啟的內容。</translation>
    </message>
    <message>
        <source>This study is open from files, and these are shown. To open it from the archive close its tab first.</source>
        <translation>該檢查已從檔案開啟，顯示的是這些檔案。要從歸檔開啟，請先關閉其分頁。</translation>
    </message>
    <message>
        <source>The study cannot be opened: %1. %2</source>
        <translation>無法開啟檢查：%1。%2</translation>
    </message>
    <message>
        <source>The study cannot be opened: %1. Its archive is not connected any more.</source>
        <translation>無法開啟檢查：%1。其所在歸檔已不再連線。</translation>
    </message>
</context>
<context>
    <name>consilium::app::ArchiveNote</name>
    <message>
        <source>%1 has not answered since %2. What is still missing comes by itself when it answers again.</source>
        <translation>%1 自 %2 起沒有回應。恢復回應後，尚缺的內容會自動載入。</translation>
    </message>
    <message>
        <source>%1 is overloaded. It is being asked again.</source>
        <translation>%1 負荷過重，正在重新請求。</translation>
    </message>
    <message>
        <source>%1 is overloaded and asks to wait: it is asked again in %2 s.</source>
        <translation>%1 負荷過重，要求等待：%2 秒後重新請求。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重試</translation>
    </message>
    <message>
        <source>%1 no longer has the study of %2: it was deleted or moved there. What has come of it is shown until it is closed; the rest does not come any more.</source>
        <translation>%1 中已沒有 %2 的檢查：已在該處被刪除或移走。已載入的內容在關閉檢查前仍可檢視，其餘內容不會再載入。</translation>
    </message>
    <message numerus="yes">
        <source>%1 no longer has %n series of the study of %2: deleted or moved there. What has come of them is shown until the study is closed.</source>
        <translation>
            <numerusform>%1 中已沒有 %2 檢查的 %n 個序列：已在該處被刪除或移走。已載入的內容在關閉檢查前仍可檢視。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 has not answered since %2. The study opens by itself when it answers again; close its tab to stop waiting.</source>
        <translation>%1 自 %2 起沒有回應。恢復回應後，檢查會自動開啟；不想等待時，關閉該檢查的分頁即可。</translation>
    </message>
    <message>
        <source>No answer since %1: %2</source>
        <translation>%1 起無回應：%2</translation>
    </message>
    <message>
        <source>Overloaded: %1</source>
        <translation>過載：%1</translation>
    </message>
    <message>
        <source>Overloaded, asked again in %1 s: %2</source>
        <translation>過載，%1 秒後重新請求：%2</translation>
    </message>
    <message>
        <source>No longer there, the study of %1: %2</source>
        <translation>%1 的檢查已不存在：%2</translation>
    </message>
    <message numerus="yes">
        <source>No longer there, %n series of the study of %1: %2</source>
        <translation>
            <numerusform>%1 的檢查有 %n 個序列已不存在：%2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>consilium::app::ArchiveSettings</name>
    <message>
        <source>The keychain of this computer did not take the password. It lasts until the program ends.</source>
        <translation>本機鑰匙圈未能儲存密碼，僅在本次執行期間有效。</translation>
    </message>
    <message>
        <source>Archives</source>
        <translation>歸檔</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>刪除</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>儲存</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名稱</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>位址</translation>
    </message>
    <message>
        <source>None</source>
        <translation>無</translation>
    </message>
    <message>
        <source>User name and password</source>
        <translation>使用者名稱和密碼</translation>
    </message>
    <message>
        <source>Token (Bearer)</source>
        <translation>權杖（Bearer）</translation>
    </message>
    <message>
        <source>Sign-in</source>
        <translation>登入</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>使用者名稱</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密碼</translation>
    </message>
    <message>
        <source>Certificate authority</source>
        <translation>憑證授權單位</translation>
    </message>
    <message>
        <source>The system&apos;s (a PEM file adds one)</source>
        <translation>系統內建（可用 PEM 檔案增加）</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>選擇檔案</translation>
    </message>
    <message>
        <source>PEM files (*.pem *.crt)</source>
        <translation>PEM 檔案 (*.pem *.crt)</translation>
    </message>
    <message>
        <source>Connection test</source>
        <translation>連線測試</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>測試</translation>
    </message>
    <message>
        <source>The keychain of this computer does not have the password. Please enter it again.</source>
        <translation>本機鑰匙圈中沒有密碼，請重新輸入。</translation>
    </message>
    <message>
        <source>New archive</source>
        <translation>新歸檔</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>權杖</translation>
    </message>
    <message>
        <source>Saved. The password goes over the network unprotected: https would protect it.</source>
        <translation>已儲存。密碼在網路上未加密傳輸：使用 https 可加以保護。</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>已儲存。</translation>
    </message>
    <message>
        <source>Not saved. The keychain of this computer does not have the password. Please enter it again.</source>
        <translation>未儲存。本機鑰匙圈中沒有密碼，請重新輸入。</translation>
    </message>
    <message>
        <source>Not saved. The keychain of this computer has not given the password yet. Wait, or enter it.</source>
        <translation>未儲存。本機鑰匙圈尚未提供密碼。請稍候，或直接輸入。</translation>
    </message>
    <message>
        <source>Not saved: the settings cannot be written to the disk. The archive lasts until the program ends.</source>
        <translation>未儲存：設定無法寫入磁碟。該歸檔在程式結束前有效。</translation>
    </message>
    <message>
        <source>The keychain of this computer did not take the token. It lasts until the program ends.</source>
        <translation>本機的鑰匙圈未能儲存此權杖。它在程式結束前有效。</translation>
    </message>
    <message>
        <source>The keychain of this computer does not have the token. Please enter it again.</source>
        <translation>本機的鑰匙圈中沒有此權杖。請重新輸入。</translation>
    </message>
    <message>
        <source>Not saved. The keychain of this computer does not have the token. Please enter it again.</source>
        <translation>未儲存。本機的鑰匙圈中沒有此權杖。請重新輸入。</translation>
    </message>
    <message>
        <source>Not saved. The keychain of this computer has not given the token yet. Wait, or enter it.</source>
        <translation>未儲存。本機的鑰匙圈尚未給出此權杖。請稍候，或直接輸入。</translation>
    </message>
    <message>
        <source>Saved. The token goes over the network unprotected: https would protect it.</source>
        <translation>已儲存。權杖將以未加密方式在網路上傳輸：使用 https 可加以保護。</translation>
    </message>
    <message>
        <source>What you have changed in “%1” is not saved.</source>
        <translation>對「%1」的變更尚未儲存。</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放棄</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Saving… The keychain of this computer has not answered yet.</source>
        <translation>正在儲存…本機鑰匙圈尚未回應。</translation>
    </message>
    <message>
        <source>Delete this archive …</source>
        <translation>刪除此歸檔…</translation>
    </message>
    <message>
        <source>The saved token is only for %1 and is not sent to another address. Enter the one of this address.</source>
        <translation>已儲存的權杖僅用於 %1，不會傳送到其他位址。請輸入此位址的權杖。</translation>
    </message>
    <message>
        <source>The saved password is only for %1 and is not sent to another address. Enter the one of this address.</source>
        <translation>已儲存的密碼僅用於 %1，不會傳送到其他位址。請輸入此位址的密碼。</translation>
    </message>
    <message>
        <source>The token goes over the network unprotected: https would protect it.</source>
        <translation>權杖將以未加密方式在網路上傳輸：使用 https 可加以保護。</translation>
    </message>
    <message>
        <source>The password goes over the network unprotected: https would protect it.</source>
        <translation>密碼將以未加密方式在網路上傳輸：使用 https 可加以保護。</translation>
    </message>
    <message>
        <source>Not saved. Enter the token for the new address.</source>
        <translation>未儲存。請輸入新位址的權杖。</translation>
    </message>
    <message>
        <source>Not saved. Enter the password for the new address.</source>
        <translation>未儲存。請輸入新位址的密碼。</translation>
    </message>
    <message>
        <source>Delete the archive “%1”? Its address and its password or token go from this computer. This cannot be undone.</source>
        <translation>刪除歸檔「%1」？其位址和密碼或權杖將從本機刪除，無法復原。</translation>
    </message>
    <message>
        <source>Tested without signing in: the saved token is not for this address.</source>
        <translation>已在不登入的情況下測試：儲存的權杖不用於此位址。</translation>
    </message>
    <message>
        <source>Tested without signing in: the saved password is not for this address.</source>
        <translation>已在不登入的情況下測試：儲存的密碼不用於此位址。</translation>
    </message>
    <message>
        <source>The token would go to %1 unprotected: everybody on the way can read it. Send it?</source>
        <translation>權杖將以未加密方式傳送到 %1：途中任何人都能讀取。是否傳送？</translation>
    </message>
    <message>
        <source>The password would go to %1 unprotected: everybody on the way can read it. Send it?</source>
        <translation>密碼將以未加密方式傳送到 %1：途中任何人都能讀取。是否傳送？</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>傳送</translation>
    </message>
    <message>
        <source>The password is empty</source>
        <translation>密碼為空</translation>
    </message>
    <message>
        <source>Signs in with the user name and an empty password. A password that was saved is replaced.</source>
        <translation>以該使用者名稱和空密碼登入。已儲存的密碼將被取代。</translation>
    </message>
</context>
<context>
    <name>consilium::app::ArchiveStrip</name>
    <message>
        <source>slow · no answer for %1</source>
        <translation>緩慢 · 已等待 %1</translation>
    </message>
    <message>
        <source>searching</source>
        <translation>正在查詢</translation>
    </message>
    <message>
        <source>slow · %1</source>
        <translation>緩慢 · %1</translation>
    </message>
    <message>
        <source>fine · %1</source>
        <translation>正常 · %1</translation>
    </message>
    <message>
        <source>offline · since %1</source>
        <translation>離線 · 自 %1</translation>
    </message>
    <message>
        <source>failed · since %1</source>
        <translation>異常 · 自 %1</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>重試</translation>
    </message>
    <message>
        <source>sign-in needed</source>
        <translation>需要登入</translation>
    </message>
    <message>
        <source>overloaded · asked again in %1 s</source>
        <translation>負載過高 · %1 秒後重試</translation>
    </message>
    <message>
        <source>waiting for the keychain</source>
        <translation>等待鑰匙圈解鎖</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>登入</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message numerus="yes">
        <source>%n more archives</source>
        <translation>
            <numerusform>另有 %n 個歸檔</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>consilium::app::CommandPalette</name>
    <message>
        <source>What shall be done?</source>
        <translation>要做什麼？</translation>
    </message>
    <message>
        <source>No command is called that.</source>
        <translation>沒有名稱與之相符的命令。</translation>
    </message>
</context>
<context>
    <name>consilium::app::ConnectionTest</name>
    <message>
        <source>The archive is empty.</source>
        <translation>歸檔為空。</translation>
    </message>
    <message>
        <source>Not tried: the step before failed.</source>
        <translation>未執行：上一步失敗。</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>加密（TLS）</translation>
    </message>
    <message>
        <source>Sign-in</source>
        <translation>登入</translation>
    </message>
    <message>
        <source>Search for a study</source>
        <translation>查詢一個檢查</translation>
    </message>
    <message>
        <source>Fetch an image</source>
        <translation>取回一幅影像</translation>
    </message>
    <message>
        <source>Check host name and port, and whether the archive is running.</source>
        <translation>請核對主機名稱和連接埠，並確認歸檔正在執行。</translation>
    </message>
    <message>
        <source>Something answers at this address, but not in time. Check the port, or ask the archive&apos;s administrator.</source>
        <translation>該位址有回應，但未及時完成。請核對連接埠，或聯絡歸檔管理員。</translation>
    </message>
    <message>
        <source>Check user name and password. Small and capital letters differ.</source>
        <translation>請核對使用者名稱和密碼，注意區分大小寫。</translation>
    </message>
    <message>
        <source>The account is known, but may not search. Ask the archive&apos;s administrator.</source>
        <translation>帳戶有效，但沒有查詢權限。請聯絡歸檔管理員。</translation>
    </message>
    <message>
        <source>A server answers, but there is no DICOMweb service at this path.</source>
        <translation>伺服器有回應，但此路徑下沒有 DICOMweb 服務。</translation>
    </message>
    <message>
        <source>Check the end of the address; it is often /dicom-web or /dcm4chee-arc/aets/NAME/rs.</source>
        <translation>請核對位址末尾，常見為 /dicom-web 或 /dcm4chee-arc/aets/NAME/rs。</translation>
    </message>
    <message>
        <source>What answers is not a DICOMweb service.</source>
        <translation>回應的不是 DICOMweb 服務。</translation>
    </message>
    <message>
        <source>This is often a web page at the same server. Check the path of the address.</source>
        <translation>這通常是同一伺服器上的網頁。請核對位址的路徑。</translation>
    </message>
    <message>
        <source>Try again later.</source>
        <translation>請稍後再試。</translation>
    </message>
    <message>
        <source>Tell the archive&apos;s administrator the code below.</source>
        <translation>請將下方代碼告知歸檔管理員。</translation>
    </message>
    <message>
        <source>This server does not speak TLS.</source>
        <translation>此伺服器不使用 TLS。</translation>
    </message>
    <message>
        <source>Try the address with http://, or ask for the port of the encrypted service.</source>
        <translation>請嘗試以 http:// 開頭的位址，或詢問加密服務的連接埠。</translation>
    </message>
    <message>
        <source>No encrypted connection could be agreed on.</source>
        <translation>無法協商建立加密連線。</translation>
    </message>
    <message>
        <source>The server may want another version of TLS or a client certificate. Ask the archive&apos;s administrator.</source>
        <translation>伺服器可能要求其他 TLS 版本或用戶端憑證。請聯絡歸檔管理員。</translation>
    </message>
    <message>
        <source>%1 Trying again in %2 s.</source>
        <translation>%1%2 秒後重試。</translation>
    </message>
    <message>
        <source>Not tried: the certificate authority comes first.</source>
        <translation>未嘗試：須先有可用的憑證授權單位檔案。</translation>
    </message>
    <message>
        <source>The file of the certificate authority cannot be used.</source>
        <translation>憑證授權單位檔案無法使用。</translation>
    </message>
    <message>
        <source>Choose a PEM file with a certificate, or leave the field empty.</source>
        <translation>請選擇含有憑證的 PEM 檔案，或將此欄留空。</translation>
    </message>
    <message>
        <source>Choose how to sign in above. Ask the archive&apos;s administrator.</source>
        <translation>請在上方選擇登入方式。可詢問歸檔管理員。</translation>
    </message>
    <message>
        <source>It may have run out. Ask the archive&apos;s administrator for a new one.</source>
        <translation>它可能已過期。請向歸檔管理員索取新的權杖。</translation>
    </message>
    <message>
        <source>If the hospital has a certificate authority of its own, choose its file above.</source>
        <translation>如果醫院有自己的憑證授權單位，請選擇其檔案。</translation>
    </message>
    <message>
        <source>If the date of this computer is right, the archive needs a new certificate. Ask the archive&apos;s administrator.</source>
        <translation>如果本機日期正確，則歸檔需要更換新憑證。請聯絡歸檔管理員。</translation>
    </message>
    <message>
        <source>Check the date and time of this computer, or ask the archive&apos;s administrator.</source>
        <translation>請檢查本機的日期和時間，或聯絡歸檔管理員。</translation>
    </message>
    <message>
        <source>Enter the host name that the certificate is for, or ask the archive&apos;s administrator whether the address is right.</source>
        <translation>請填寫憑證所屬的主機名稱，或向歸檔管理員確認位址是否正確。</translation>
    </message>
    <message>
        <source>If it is the right server, ask the archive&apos;s administrator for the file of its certificate and choose it above.</source>
        <translation>如果伺服器無誤，請向歸檔管理員索取其憑證檔案，並在上方選擇。</translation>
    </message>
    <message>
        <source>The server at this address does not answer in HTTP.</source>
        <translation>該位址的伺服器沒有以 HTTP 回應。</translation>
    </message>
    <message>
        <source>If the archive encrypts, try the address with https://. Else check the port, or ask the archive&apos;s administrator.</source>
        <translation>如果歸檔使用加密，請改用 https:// 開頭的位址；否則請檢查連接埠，或聯絡歸檔管理員。</translation>
    </message>
    <message>
        <source>Not checked: no archive has looked at it.</source>
        <translation>未核實：沒有歸檔核對過它。</translation>
    </message>
    <message>
        <source>Not checked.</source>
        <translation>未核實。</translation>
    </message>
    <message>
        <source>Computer reachable</source>
        <translation>主機可達</translation>
    </message>
    <message>
        <source>Port answers</source>
        <translation>連接埠有回應</translation>
    </message>
    <message>
        <source>No computer with this name can be found.</source>
        <translation>找不到此名稱的主機。</translation>
    </message>
    <message>
        <source>Check the spelling of the host name, and whether this computer is in the right network.</source>
        <translation>請核對主機名稱的拼寫，並確認本機處於正確的網路中。</translation>
    </message>
    <message>
        <source>The computer is there, but nothing answers at this port.</source>
        <translation>主機可達，但此連接埠沒有回應。</translation>
    </message>
    <message>
        <source>Check the port of the address, and whether the archive is running.</source>
        <translation>請核對位址中的連接埠，並確認歸檔正在執行。</translation>
    </message>
    <message>
        <source>The computer at this address cannot be reached.</source>
        <translation>無法連到此位址的主機。</translation>
    </message>
    <message>
        <source>Check the address, whether the computer is switched on, and whether a firewall or another network lies in between.</source>
        <translation>請核對位址，確認該主機已開機，以及中間是否隔有防火牆或其他網路。</translation>
    </message>
    <message>
        <source>Check the address of the proxy in the settings of this computer, or whether it is meant to be used for the archive. Ask the network&apos;s administrator.</source>
        <translation>請檢查本機設定中的代理伺服器位址，以及連線至歸檔是否應使用代理。可詢問網路管理員。</translation>
    </message>
    <message>
        <source>The password of the archive does not help there. Ask the network&apos;s administrator to let this computer reach the archive without the proxy, or how to sign in to it.</source>
        <translation>歸檔的密碼對代理無效。請聯絡網路管理員，讓本機不經代理連線至歸檔，或詢問如何登入代理。</translation>
    </message>
    <message>
        <source>Ask the network&apos;s administrator to allow this address, or to let this computer reach the archive without the proxy.</source>
        <translation>請聯絡網路管理員允許存取此位址，或讓本機不經代理連線至歸檔。</translation>
    </message>
    <message>
        <source>Check host name and port of the address. If they are right, the archive is off, or is to be reached without the proxy: ask the network&apos;s administrator.</source>
        <translation>請核對位址中的主機名稱和連接埠。如果無誤，則歸檔未執行，或應不經代理連線：請聯絡網路管理員。</translation>
    </message>
</context>
<context>
    <name>consilium::app::ConnectionTestView</name>
    <message>
        <source>The archive can be used.</source>
        <translation>歸檔可以使用。</translation>
    </message>
    <message>
        <source>Code %1</source>
        <translation>代碼 %1</translation>
    </message>
    <message>
        <source>%1 · failed</source>
        <translation>%1 · 失敗</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>Use this address</source>
        <translation>使用此位址</translation>
    </message>
    <message>
        <source>A DICOMweb service answers at %1.</source>
        <translation>%1 處有 DICOMweb 服務回應。</translation>
    </message>
</context>
<context>
    <name>consilium::app::DraftNote</name>
    <message>
        <source>Keep them</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢復</translation>
    </message>
    <message>
        <source>Discard for good</source>
        <translation>永久捨棄</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>捨棄</translation>
    </message>
    <message numerus="yes">
        <source>Discard %n mark(s) of %1 that were not saved?</source>
        <translation>
            <numerusform>確定捨棄 %1 未儲存的 %n 個標記？</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mark(s) of %1 were not saved.</source>
        <translation>
            <numerusform>%1 有 %n 個標記未儲存。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mark(s) are there again. The list of marks leads to each of them.</source>
        <translation>
            <numerusform>已恢復 %n 個標記，可從標記清單逐一定位。</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete them again</source>
        <translation>重新刪除</translation>
    </message>
    <message>
        <source>Keep the marks</source>
        <translation>保留這些標記</translation>
    </message>
    <message numerus="yes">
        <source>The deletion of %n saved mark(s) on %1 was not saved.</source>
        <translation>
            <numerusform>%1 刪除的 %n 個已儲存標記，其刪除尚未儲存。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n saved mark(s) that you deleted are there again then.</source>
        <translation>
            <numerusform>您刪除的 %n 個已儲存標記將重新出現。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nor was the deletion of %n saved mark(s).</source>
        <translation>
            <numerusform>另有 %n 個已儲存標記的刪除尚未儲存。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n saved mark(s) are deleted again: the archive has them until you save.</source>
        <translation>
            <numerusform>%n 個已儲存標記已重新刪除；在您儲存之前，歸檔中仍保留它們。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>consilium::app::FilterBar</name>
    <message>
        <source>Search</source>
        <translation>搜尋</translation>
    </message>
    <message>
        <source>Search: / goes here, Esc empties it</source>
        <translation>搜尋：按 / 到此處，Esc 清空</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>昨天</translation>
    </message>
    <message>
        <source>3 days</source>
        <translation>近 3 天</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>近 7 天</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>近 30 天</translation>
    </message>
    <message>
        <source>All dates</source>
        <translation>全部日期</translation>
    </message>
    <message>
        <source>Other days</source>
        <translation>自訂</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>起始日期</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>截止日期</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Body part</source>
        <translation>部位</translation>
    </message>
    <message>
        <source>Every body part</source>
        <translation>全部部位</translation>
    </message>
    <message>
        <source>Head</source>
        <translation>頭部</translation>
    </message>
    <message>
        <source>Neck</source>
        <translation>頸部</translation>
    </message>
    <message>
        <source>Chest</source>
        <translation>胸部</translation>
    </message>
    <message>
        <source>Heart</source>
        <translation>心臟</translation>
    </message>
    <message>
        <source>Breast</source>
        <translation>乳房</translation>
    </message>
    <message>
        <source>Abdomen</source>
        <translation>腹部</translation>
    </message>
    <message>
        <source>Pelvis</source>
        <translation>骨盆</translation>
    </message>
    <message>
        <source>Cervical spine</source>
        <translation>頸椎</translation>
    </message>
    <message>
        <source>Thoracic spine</source>
        <translation>胸椎</translation>
    </message>
    <message>
        <source>Lumbar spine</source>
        <translation>腰椎</translation>
    </message>
    <message>
        <source>Shoulder</source>
        <translation>肩部</translation>
    </message>
    <message>
        <source>Hand</source>
        <translation>手部</translation>
    </message>
    <message>
        <source>Hip</source>
        <translation>髖部</translation>
    </message>
    <message>
        <source>Knee</source>
        <translation>膝部</translation>
    </message>
    <message>
        <source>Foot</source>
        <translation>足部</translation>
    </message>
    <message>
        <source>Whole body</source>
        <translation>全身</translation>
    </message>
    <message>
        <source>Institution</source>
        <translation>送檢醫院</translation>
    </message>
    <message>
        <source>Every institution</source>
        <translation>全部醫院</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>歸檔</translation>
    </message>
    <message>
        <source>All archives</source>
        <translation>全部歸檔</translation>
    </message>
    <message>
        <source>Saved searches</source>
        <translation>已存檢索</translation>
    </message>
    <message>
        <source>Save this search…</source>
        <translation>儲存目前檢索…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>刪除</translation>
    </message>
    <message>
        <source>These studies were asked for from outside. A click shows all again.</source>
        <translation>這些檢查由外部系統要求開啟。點擊恢復顯示全部。</translation>
    </message>
    <message numerus="yes">
        <source>Asked for: %n studies</source>
        <translation>
            <numerusform>外部調閱：%n 個檢查</numerusform>
        </translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>已存檢索</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重新命名</translation>
    </message>
    <message>
        <source>Name, ID or accession</source>
        <translation>姓名 / 病歷號 / 檢查單號</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Other…</source>
        <translation>自訂</translation>
    </message>
    <message numerus="yes">
        <source>%n archives</source>
        <translation>
            <numerusform>%n 個歸檔</numerusform>
        </translation>
    </message>
    <message>
        <source>Read?</source>
        <translation>閱片狀態</translation>
    </message>
    <message>
        <source>Read or not</source>
        <translation>不論是否已閱</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>未閱</translation>
    </message>
    <message>
        <source>Being read by me</source>
        <translation>本人閱片中</translation>
    </message>
    <message>
        <source>Read by me</source>
        <translation>本人已閱</translation>
    </message>
    <message>
        <source>Provisional: what you have said on this machine. Nobody elsewhere sees it.</source>
        <translation>暫定：僅為您在本機上的標註，其他地方看不到。</translation>
    </message>
</context>
<context>
    <name>consilium::app::FlowSettings</name>
    <message>
        <source>From study to study</source>
        <translation>逐個檢查</translation>
    </message>
    <message>
        <source>Open the next study in a tab of its own</source>
        <translation>用新分頁開啟下一個檢查</translation>
    </message>
    <message>
        <source>Otherwise it takes the place of the one that is left.</source>
        <translation>否則取代所離開的檢查的分頁。</translation>
    </message>
    <message>
        <source>Going to the next study marks the one that is left as read</source>
        <translation>前往下一個檢查時，把離開的檢查標為已閱</translation>
    </message>
    <message>
        <source>Provisional: only on this machine. Going back marks nothing.</source>
        <translation>暫定：僅在本機有效。返回上一個檢查時不作標註。</translation>
    </message>
    <message>
        <source>Fetch images of the next study ahead</source>
        <translation>預先取得下一個檢查的影像</translation>
    </message>
    <message>
        <source>Only while nothing else is on its way, and no more than memory has room for: its first images, the first series, and the first images of the prior study.</source>
        <translation>僅在沒有其他傳輸時進行，且不超過記憶體餘量：各序列首幅影像、首個序列的全部影像，以及既往檢查的首批影像。</translation>
    </message>
</context>
<context>
    <name>consilium::app::HandOver</name>
    <message>
        <source>Consilium runs already and has to open as much as it can take. Try again in a moment.</source>
        <translation>Consilium 已在執行，待開啟的內容已達上限。請稍後重試。</translation>
    </message>
</context>
<context>
    <name>consilium::app::HangingCommands</name>
    <message>
        <source>Studies are hung by a protocol when they are opened.</source>
        <translation>開啟檢查時一律依懸掛協定顯示。</translation>
    </message>
    <message>
        <source>Studies are not hung by a protocol when they are opened.</source>
        <translation>開啟檢查時不依懸掛協定顯示。</translation>
    </message>
    <message>
        <source>Studies are hung when they are opened where the protocol says so: mammograms and chest pairs.</source>
        <translation>開啟檢查時由懸掛協定決定是否懸掛：乳房攝影和胸部正側位會懸掛。</translation>
    </message>
    <message>
        <source>No hanging protocol fits this study.</source>
        <translation>沒有適合本檢查的懸掛協定。</translation>
    </message>
    <message>
        <source>With these monitors studies begin with one view.</source>
        <translation>在這組顯示器上，檢查以一個視圖開啟。</translation>
    </message>
    <message>
        <source>With these monitors studies begin with %1 × %2 views (rows × columns).</source>
        <translation>在這組顯示器上，檢查以 %1 × %2 個視圖（列 × 欄）開啟。</translation>
    </message>
</context>
<context>
    <name>consilium::app::HangingSettings</name>
    <message>
        <source>Hanging protocols</source>
        <translation>懸掛協定</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>複製</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Import …</source>
        <translation>匯入 …</translation>
    </message>
    <message>
        <source>Export …</source>
        <translation>匯出 …</translation>
    </message>
    <message>
        <source>Order as at first</source>
        <translation>恢復預設順序</translation>
    </message>
    <message>
        <source>Try it earlier</source>
        <translation>提前</translation>
    </message>
    <message>
        <source>Try it later</source>
        <translation>延後</translation>
    </message>
    <message>
        <source>The most conditions first; of equals your own first.</source>
        <translation>條件最多者優先；相同時自建者優先。</translation>
    </message>
    <message>
        <source>Import a hanging protocol</source>
        <translation>匯入懸掛協定</translation>
    </message>
    <message>
        <source>Hanging protocols (*.json)</source>
        <translation>懸掛協定 (*.json)</translation>
    </message>
    <message>
        <source>Export the hanging protocol</source>
        <translation>匯出懸掛協定</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>刪除</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放棄變更</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>儲存</translation>
    </message>
    <message>
        <source>This file is left out; the others go on. Mend it in an editor of texts, or delete it.</source>
        <translation>此檔案未被採用，其他協定照常使用。請用文字編輯器改正，或將其刪除。</translation>
    </message>
    <message>
        <source>It comes with the program. Copy it to change it.</source>
        <translation>這是程式內建的協定。如需修改，請先複製。</translation>
    </message>
    <message>
        <source>What you have changed in “%1” is not saved.</source>
        <translation>「%1」中的變更尚未儲存。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Not saved yet.</source>
        <translation>尚未儲存。</translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>已儲存。</translation>
    </message>
    <message>
        <source>%1 (copy)</source>
        <translation>%1（副本）</translation>
    </message>
    <message>
        <source>New protocol</source>
        <translation>新協定</translation>
    </message>
    <message>
        <source>It is off until you tick it in the list: without conditions it fits every study.</source>
        <translation>在清單中勾選之前不會啟用：沒有條件的協定符合所有檢查。</translation>
    </message>
    <message>
        <source>%1: The file cannot be read.</source>
        <translation>%1：無法讀取檔案。</translation>
    </message>
    <message>
        <source>%1 was not imported.</source>
        <translation>%1 未匯入。</translation>
    </message>
    <message>
        <source>%1 was imported.</source>
        <translation>%1 已匯入。</translation>
    </message>
    <message>
        <source>The protocol was written.</source>
        <translation>協定已寫入。</translation>
    </message>
    <message>
        <source>No study is open: open one to see here whether the protocol fits it.</source>
        <translation>沒有開啟的檢查：開啟檢查後，這裡會顯示協定是否符合。</translation>
    </message>
    <message>
        <source>%1: cannot be tried yet</source>
        <translation>%1：暫時無法判斷</translation>
    </message>
    <message>
        <source>%1: does not fit (%2)</source>
        <translation>%1：不符合（%2）</translation>
    </message>
    <message>
        <source>%1: fits, but is off</source>
        <translation>%1：符合，但未啟用</translation>
    </message>
    <message>
        <source>%1: fits, but “%2” comes before it</source>
        <translation>%1：符合，但「%2」優先</translation>
    </message>
    <message>
        <source>%1: fits, and is the one that is used</source>
        <translation>%1：符合，將被採用</translation>
    </message>
    <message>
        <source>%1 · fits</source>
        <translation>%1 · 符合</translation>
    </message>
    <message>
        <source>Your own, in %1</source>
        <translation>自建，檔案 %1</translation>
    </message>
    <message>
        <source>Comes with the program</source>
        <translation>程式內建</translation>
    </message>
    <message>
        <source>The first one from the top that is ticked and fits is used. A study that is opened is hung by itself only where this one says so.</source>
        <translation>採用由上而下第一個已勾選且符合的協定。開啟檢查時，僅當該協定要求時才自動懸掛。</translation>
    </message>
    <message>
        <source>What was changed in “%1” and not saved is lost: its file %2 is no longer there, or cannot be read.</source>
        <translation>「%1」中未儲存的變更已遺失：其檔案 %2 已不存在或無法讀取。</translation>
    </message>
    <message>
        <source>Meanwhile the file was changed by another program. Discard shows what it says now.</source>
        <translation>此檔案期間已被其他程式變更。「放棄變更」將顯示其目前內容。</translation>
    </message>
    <message>
        <source>Meanwhile the file %1 was changed by another program. Put what is shown here in its place? What was changed there is lost then.</source>
        <translation>檔案 %1 期間已被其他程式變更。是否以此處內容取代？該處的變更將遺失。</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>取代</translation>
    </message>
    <message>
        <source>Delete the hanging protocol “%1”? Its file %2 goes from this computer. This cannot be undone.</source>
        <translation>刪除懸掛協定「%1」？其檔案 %2 將從本機刪除，無法復原。</translation>
    </message>
    <message>
        <source>It takes the place of “%1”, which comes with the program.</source>
        <translation>它取代程式內建的「%1」。</translation>
    </message>
    <message>
        <source>It is off until you tick it in the list, as the one was before it.</source>
        <translation>與被取代的協定一樣未啟用，在清單中勾選後才會啟用。</translation>
    </message>
    <message>
        <source>%1: fits, and is the one that is used when you hang it; not by itself when it is opened</source>
        <translation>%1：符合，手動懸掛時將被採用；開啟檢查時不自動懸掛</translation>
    </message>
    <message>
        <source>It stands beside “%1”, which has the same id and stays as it is.</source>
        <translation>已有識別碼相同的「%1」，予以保留；匯入的協定與其並存。</translation>
    </message>
</context>
<context>
    <name>consilium::app::KeepCommands</name>
    <message>
        <source>Nothing can be saved here.</source>
        <translation>此處不能儲存。</translation>
    </message>
    <message>
        <source>No image is shown here.</source>
        <translation>此處沒有顯示影像。</translation>
    </message>
    <message>
        <source>This image is no key image.</source>
        <translation>此影像不是關鍵影像。</translation>
    </message>
    <message>
        <source>This image is no key image any more.</source>
        <translation>此影像不再是關鍵影像。</translation>
    </message>
    <message numerus="yes">
        <source>%n key image(s): %1.</source>
        <translation>
            <numerusform>%n 幅關鍵影像：%1。</numerusform>
        </translation>
    </message>
    <message>
        <source>No key image</source>
        <translation>不設為關鍵影像</translation>
    </message>
    <message>
        <source>Save marks</source>
        <translation>儲存標記</translation>
    </message>
    <message>
        <source>This study comes from files: there is no archive to send its marks to. They stay on this computer as unsaved marks. They can also be written as DICOM files to a folder.</source>
        <translation>此檢查來自檔案，沒有可接收其標記的歸檔。標記仍作為未儲存的標記留在本機，也可以作為 DICOM 檔案寫入資料夾。</translation>
    </message>
    <message>
        <source>Save as files…</source>
        <translation>另存為檔案…</translation>
    </message>
    <message>
        <source>Leave them</source>
        <translation>保持不變</translation>
    </message>
    <message>
        <source>Save marks as files in a folder</source>
        <translation>將標記另存為資料夾中的檔案</translation>
    </message>
    <message>
        <source>This study comes from files: there is no archive to send its marks to. They can be written as DICOM files to a folder.</source>
        <translation>此檢查來自檔案：沒有可傳送標記的歸檔。可以作為 DICOM 檔案寫入資料夾。</translation>
    </message>
</context>
<context>
    <name>consilium::app::KeptCommands</name>
    <message>
        <source>The study has no presentation state.</source>
        <translation>本檢查沒有顯示狀態。</translation>
    </message>
    <message>
        <source>The study has no such presentation state.</source>
        <translation>本檢查沒有該顯示狀態。</translation>
    </message>
    <message>
        <source>None of the images of the presentation state is here.</source>
        <translation>該顯示狀態所涉及的影像都不在此處。</translation>
    </message>
    <message>
        <source>Shown as saved: %1.</source>
        <translation>已按保存的方式顯示：%1。</translation>
    </message>
    <message>
        <source>this study</source>
        <translation>本檢查</translation>
    </message>
    <message>
        <source>The study has no key images.</source>
        <translation>本檢查沒有關鍵影像。</translation>
    </message>
    <message>
        <source>Key image %1 of %2.</source>
        <translation>關鍵影像 %1 / %2。</translation>
    </message>
    <message>
        <source>No presentation state of the study has layers with marks.</source>
        <translation>本檢查的顯示狀態都沒有帶標記的圖層。</translation>
    </message>
    <message>
        <source>The presentation states of the study have no such layer.</source>
        <translation>本檢查的顯示狀態沒有該圖層。</translation>
    </message>
    <message>
        <source>The layer %1 is shown.</source>
        <translation>圖層 %1 已顯示。</translation>
    </message>
    <message>
        <source>The layer %1 is hidden.</source>
        <translation>圖層 %1 已隱藏。</translation>
    </message>
</context>
<context>
    <name>consilium::app::KeyField</name>
    <message>
        <source>Press the new keys</source>
        <translation>請按下新的按鍵</translation>
    </message>
</context>
<context>
    <name>consilium::app::KeyImageGuide</name>
    <message>
        <source>Only the key images of %1 were asked for. Not every series of the study could be read: whether it has key images is not known. All that is there is shown.</source>
        <translation>連結只要求 %1 的關鍵影像。此檢查有序列無法讀取，無法確定有無關鍵影像；現顯示已有的全部影像。</translation>
    </message>
    <message>
        <source>Only the key images of %1 were asked for. The study has no key images: all its images are shown.</source>
        <translation>連結只要求 %1 的關鍵影像。此檢查沒有關鍵影像；現顯示其全部影像。</translation>
    </message>
    <message>
        <source>Only the key images of %1 were asked for. None of those that its key image notes name is in the study: all its images are shown.</source>
        <translation>連結只要求 %1 的關鍵影像。關鍵影像說明所指的影像都不在此檢查中；現顯示其全部影像。</translation>
    </message>
    <message numerus="yes">
        <source>Key images of %1: the first of %n is shown, beside the note that names it.</source>
        <translation>
            <numerusform>%1 的關鍵影像：共 %n 張，現顯示第一張，旁邊是列出關鍵影像的說明。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Key images of %1: there are %n, listed in the key image note of the study.</source>
        <translation>
            <numerusform>%1 的關鍵影像：共 %n 張，列在此檢查的關鍵影像說明中。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them are not in the study.</source>
        <translation>
            <numerusform>其中 %n 張不在此檢查中。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>consilium::app::KeySettings</name>
    <message>
        <source>Command</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>適用位置</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按鍵</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>鍵盤</translation>
    </message>
    <message>
        <source>Search by command or key</source>
        <translation>依命令或按鍵搜尋</translation>
    </message>
    <message>
        <source>Export …</source>
        <translation>匯出…</translation>
    </message>
    <message>
        <source>Import …</source>
        <translation>匯入…</translation>
    </message>
    <message>
        <source>All as at first</source>
        <translation>全部恢復初始</translation>
    </message>
    <message>
        <source>Use these keys</source>
        <translation>使用此按鍵</translation>
    </message>
    <message>
        <source>Use as well</source>
        <translation>同時使用</translation>
    </message>
    <message>
        <source>No keys</source>
        <translation>不設按鍵</translation>
    </message>
    <message>
        <source>As at first</source>
        <translation>恢復初始</translation>
    </message>
    <message>
        <source>When reading</source>
        <translation>閱片時</translation>
    </message>
    <message>
        <source>In the worklist</source>
        <translation>工作清單中</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>任何位置</translation>
    </message>
    <message>
        <source>At first: %1</source>
        <translation>初始為：%1</translation>
    </message>
    <message>
        <source>No command has this name or key.</source>
        <translation>沒有符合的命令或按鍵。</translation>
    </message>
    <message>
        <source>Take them over</source>
        <translation>改用於此命令</translation>
    </message>
    <message>
        <source>This command has no keys.</source>
        <translation>此命令沒有按鍵。</translation>
    </message>
    <message>
        <source>%1 is needed to move about in the window and cannot be given to a command.</source>
        <translation>%1 用於在視窗中移動，不能分配給命令。</translation>
    </message>
    <message>
        <source>The command has these keys already.</source>
        <translation>此命令已使用該按鍵。</translation>
    </message>
    <message>
        <source>%1 is free.</source>
        <translation>%1 未被使用。</translation>
    </message>
    <message>
        <source>With this file %1 would run both “%2” and “%3”. Nothing was changed.</source>
        <translation>使用此檔案後，%1 會同時執行「%2」和「%3」。未作任何變更。</translation>
    </message>
    <message>
        <source>Export the keys</source>
        <translation>匯出按鍵</translation>
    </message>
    <message>
        <source>Keys (*.json)</source>
        <translation>按鍵 (*.json)</translation>
    </message>
    <message>
        <source>The keys were written.</source>
        <translation>按鍵已寫入檔案。</translation>
    </message>
    <message>
        <source>The file cannot be written: %1</source>
        <translation>無法寫入檔案：%1</translation>
    </message>
    <message>
        <source>Import keys</source>
        <translation>匯入按鍵</translation>
    </message>
    <message>
        <source>The file cannot be read.</source>
        <translation>無法讀取檔案。</translation>
    </message>
    <message numerus="yes">
        <source>%n commands of the file are not known to this program and were left out.</source>
        <translation>
            <numerusform>檔案中有 %n 個命令本程式沒有，已略過。</numerusform>
        </translation>
    </message>
    <message>
        <source>The keys of the file are in use.</source>
        <translation>檔案中的按鍵已生效。</translation>
    </message>
    <message>
        <source>Give up my keys</source>
        <translation>放棄我的按鍵</translation>
    </message>
    <message numerus="yes">
        <source>The keys that you have chosen for %n commands are given up. Click “Give up my keys” to do it.</source>
        <translation>
            <numerusform>您為 %n 個命令選擇的按鍵將被放棄。按一下「放棄我的按鍵」以執行。</numerusform>
        </translation>
    </message>
    <message>
        <source>Back to the keys before</source>
        <translation>恢復匯入前的按鍵</translation>
    </message>
    <message>
        <source>%1 is already in use: it runs %2. If you take it over, it no longer does.</source>
        <translation>%1 已被使用：它執行%2。如改用於此命令，則不再執行。</translation>
    </message>
    <message>
        <source>%1 is needed to move about in lists and cannot be given to this command.</source>
        <translation>%1 用於在清單中移動，不能分配給此命令。</translation>
    </message>
    <message>
        <source>This is not a file of keys. Nothing was changed.</source>
        <translation>這不是按鍵檔案。未作任何變更。</translation>
    </message>
    <message>
        <source>The file is of another version (“schema”: %1); this program reads version 1. Nothing was changed.</source>
        <translation>檔案版本不符（「schema」：%1）；本程式讀取版本 1。未作任何變更。</translation>
    </message>
    <message>
        <source>The file gives %1 to both “%2” and “%3”. Nothing was changed.</source>
        <translation>檔案將 %1 同時分配給「%2」和「%3」。未作任何變更。</translation>
    </message>
    <message>
        <source>The file has keys or commands that cannot be read. Nothing was changed.</source>
        <translation>檔案中有無法讀取的按鍵或命令。未作任何變更。</translation>
    </message>
    <message>
        <source>The file gives %1 to “%2”, which the window needs itself. Nothing was changed.</source>
        <translation>檔案將 %1 分配給「%2」，而視窗本身需要該按鍵。未作任何變更。</translation>
    </message>
    <message>
        <source>The keys are as they were before the import.</source>
        <translation>按鍵已恢復到匯入前的狀態。</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>另有 %n 項</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The keys of %n commands change.</source>
        <translation>
            <numerusform>%n 個命令的按鍵將改變。</numerusform>
        </translation>
    </message>
    <message>
        <source>Without any key are then: %1.</source>
        <translation>屆時沒有任何按鍵的命令：%1。</translation>
    </message>
    <message>
        <source>Use the file&apos;s keys</source>
        <translation>使用檔案中的按鍵</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>The file changes no keys.</source>
        <translation>檔案不改變任何按鍵。</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>「%1」</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
</context>
<context>
    <name>consilium::app::LeaveQuestion</name>
    <message numerus="yes">
        <source>%n mark(s) that you drew, changed or deleted are not saved.</source>
        <translation>
            <numerusform>您繪製、修改或刪除的 %n 個標記尚未儲存。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n saved object(s) are not in the archive yet.</source>
        <translation>
            <numerusform>%n 個已儲存的物件尚未到達歸檔。</numerusform>
        </translation>
    </message>
    <message>
        <source>Marks that are not saved are in memory only and go when the program ends.</source>
        <translation>未儲存的標記僅存於記憶體，程式結束後即遺失。</translation>
    </message>
    <message>
        <source>The same holds for what has not been sent.</source>
        <translation>尚未傳送的物件也是如此。</translation>
    </message>
    <message>
        <source>Until then they are offered when the study is opened again.</source>
        <translation>在此之前，重新開啟該檢查時可以還原它們。</translation>
    </message>
    <message>
        <source>Studies from files have no archive: go back and choose &quot;Save marks as files&quot; to keep theirs.</source>
        <translation>來自檔案的檢查沒有歸檔：請返回並選擇「將標記另存為檔案」以保留其標記。</translation>
    </message>
    <message numerus="yes">
        <source>%n of them can be saved only when their study is opened again and they are restored.</source>
        <translation>
            <numerusform>其中 %n 個須重新開啟其檢查並還原後才能儲存。</numerusform>
        </translation>
    </message>
    <message>
        <source>Unsaved marks</source>
        <translation>未儲存的標記</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Close without saving</source>
        <translation>不儲存，直接關閉</translation>
    </message>
    <message>
        <source>Discard them and end</source>
        <translation>捨棄並結束程式</translation>
    </message>
    <message>
        <source>Discard them and go</source>
        <translation>捨棄並換人</translation>
    </message>
    <message>
        <source>Save and close</source>
        <translation>儲存並關閉</translation>
    </message>
    <message>
        <source>Save and send, then end</source>
        <translation>儲存並傳送後結束程式</translation>
    </message>
    <message>
        <source>Save and send, then go</source>
        <translation>儲存並傳送後換人</translation>
    </message>
    <message>
        <source>Being saved …</source>
        <translation>正在儲存……</translation>
    </message>
    <message numerus="yes">
        <source>%n object(s) are on the way to the archive …</source>
        <translation>
            <numerusform>%n 個物件正在傳往歸檔……</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>consilium::app::LookNote</name>
    <message numerus="yes">
        <source>Looking through the list: %n studies so far.</source>
        <translation>
            <numerusform>正在逐頁查找：已看 %n 個檢查。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Only %n studies were looked through. The archive has more.</source>
        <translation>
            <numerusform>只查看了 %n 個檢查，歸檔中還有更多。</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Look further</source>
        <translation>繼續查找</translation>
    </message>
    <message>
        <source>Pinyin, initials and institutions are found in what was listed only.</source>
        <translation>拼音、首字母和送檢醫院只能在已列出的檢查中查找。</translation>
    </message>
</context>
<context>
    <name>consilium::app::MainWindow</name>
    <message>
        <source>Worklist</source>
        <translation>工作清單</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Open a folder with DICOM files</source>
        <translation>開啟含 DICOM 檔案的資料夾</translation>
    </message>
    <message>
        <source>Open DICOM files</source>
        <translation>開啟 DICOM 檔案</translation>
    </message>
</context>
<context>
    <name>consilium::app::MarkKeeper</name>
    <message>
        <source>Unsaved marks are kept on this computer again.</source>
        <translation>未儲存的標記已恢復在本機留存。</translation>
    </message>
    <message>
        <source>Some of what was kept in it may be lost, unsaved marks among it.</source>
        <translation>其中部分資料可能已遺失，包括未儲存的標記。</translation>
    </message>
    <message>
        <source>Nothing of it is lost.</source>
        <translation>沒有資料遺失。</translation>
    </message>
    <message>
        <source>The store of unsaved marks on this computer was damaged and has been mended.</source>
        <translation>本機存放未儲存標記的資料曾損毀，現已修復。</translation>
    </message>
    <message>
        <source>Marks that are not saved are in memory only and go when the program ends.</source>
        <translation>未儲存的標記僅存於記憶體，程式結束後即遺失。</translation>
    </message>
    <message>
        <source>The keychain of this computer, which has the key to keep them by, is locked.</source>
        <translation>用於加密留存的金鑰在本機的鑰匙圈中，鑰匙圈尚未解鎖。</translation>
    </message>
    <message>
        <source>This computer has no keychain for a key by which they could be kept.</source>
        <translation>本機沒有可存放加密金鑰的鑰匙圈，無法留存標記。</translation>
    </message>
    <message numerus="yes">
        <source>Unsaved marks of %n study (studies) cannot be read by this version of the program. They stay on this computer as they are.</source>
        <translation>
            <numerusform>本版本程式無法讀取 %n 個檢查的未儲存標記，這些標記原樣保留在本機。</numerusform>
        </translation>
    </message>
    <message>
        <source>Unsaved marks of an earlier run may be on this computer and cannot be read now.</source>
        <translation>本機可能留有上次執行時未儲存的標記，目前無法讀取。</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) of it are lost, unsaved marks may be among them.</source>
        <translation>
            <numerusform>其中 %n 筆記錄已遺失，可能包括未儲存的標記。</numerusform>
        </translation>
    </message>
    <message>
        <source>It is tried again by itself, and said when they are safe.</source>
        <translation>會自動重試；存好後會告知。</translation>
    </message>
</context>
<context>
    <name>consilium::app::MarkSaving</name>
    <message>
        <source>A mark cannot be drawn on its image and is not saved: %1.</source>
        <translation>有一個標記無法繪製在其影像上，未儲存：%1。</translation>
    </message>
    <message numerus="yes">
        <source>The pixels of %n mark(s) could not be had: they are saved without the values of these.</source>
        <translation>
            <numerusform>%n 個標記的像素無法取得：儲存時不含像素值。</numerusform>
        </translation>
    </message>
    <message>
        <source>A presentation state knows quarter turns only: the images are saved upright and whole.</source>
        <translation>顯示狀態只能記錄 90° 的旋轉：影像按未旋轉、完整顯示儲存。</translation>
    </message>
    <message>
        <source>A key image without a known reason is not saved.</source>
        <translation>理由未知的關鍵影像未儲存。</translation>
    </message>
    <message>
        <source>Measurements</source>
        <translation>測量</translation>
    </message>
    <message>
        <source>Presentation states</source>
        <translation>顯示狀態</translation>
    </message>
    <message>
        <source>Key images</source>
        <translation>關鍵影像</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between marks</comment>
        <translation>、</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 等，另有 %n 個</numerusform>
        </translation>
    </message>
    <message>
        <source>Not saved, for their images are not in the archive or not loaded yet: %1. They stay unsaved marks.</source>
        <translation>未儲存：%1。其影像不在歸檔中或尚未載入；它們仍是未儲存的標記。</translation>
    </message>
    <message>
        <source>Not saved, for marks that were saved with them lie on images that are not there and would be lost: %1. They stay unsaved marks.</source>
        <translation>未儲存：%1。與其同在一個物件中的已儲存標記所在的影像缺失，寫入會使那些標記遺失；它們仍是未儲存的標記。</translation>
    </message>
    <message numerus="yes">
        <source>The deletion of %n mark(s) is not saved for the same reason.</source>
        <translation>
            <numerusform>因同樣的原因，%n 個標記的刪除未儲存。</numerusform>
        </translation>
    </message>
    <message>
        <source>Key images taken back</source>
        <translation>撤回的關鍵影像</translation>
    </message>
    <message>
        <source>Saved views</source>
        <translation>已儲存的檢視</translation>
    </message>
    <message>
        <source>Slab, fusion, enhancement and colours are not saved: a presentation state has none of them.</source>
        <translation>厚層、融合、增強和偽彩不儲存：顯示狀態中沒有這些內容。</translation>
    </message>
    <message>
        <source>View of series %1, image %2</source>
        <translation>檢視：序列 %1，影像 %2</translation>
    </message>
    <message>
        <source>View of image %1</source>
        <translation>檢視：影像 %1</translation>
    </message>
    <message>
        <source>Not saved, for figures of a fused series that were saved with them cannot be read now and would be lost: %1. They stay unsaved marks.</source>
        <translation>未儲存：%1。與其同在一個物件中的融合序列數值現在無法讀取，寫入會使其遺失；它們仍是未儲存的標記。</translation>
    </message>
    <message numerus="yes">
        <source>What %n mark(s) say of a fused series could not be had, or has too many points: they are saved without these values.</source>
        <translation>
            <numerusform>%n 個標記在融合序列中的數值無法取得，或輪廓點過多：儲存時不含這些數值。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>consilium::app::MarkSender</name>
    <message>
        <source>What was saved cannot be sent now: the outbox on this computer cannot be read.</source>
        <translation>已儲存的內容現在無法傳送：本機的寄件匣無法讀取。</translation>
    </message>
    <message>
        <source>No study is shown.</source>
        <translation>沒有顯示檢查。</translation>
    </message>
    <message>
        <source>There is nothing to save: no mark of this study is new or changed.</source>
        <translation>沒有可儲存的內容：此檢查沒有新的或更動的標記。</translation>
    </message>
    <message>
        <source>The archive of this study is not known.</source>
        <translation>不知道此檢查所屬的歸檔。</translation>
    </message>
    <message>
        <source>The store of this computer is just being opened. Try again in a moment.</source>
        <translation>正在開啟本機的儲存區，請稍後再試。</translation>
    </message>
    <message>
        <source>The marks are not saved; they stay unsaved marks of this computer.</source>
        <translation>標記未儲存，仍作為未儲存的標記留在本機。</translation>
    </message>
    <message>
        <source>This study comes from files: there is no archive to send its marks to. &quot;Save marks as files&quot; writes them to a folder.</source>
        <translation>此檢查來自檔案，沒有可接收其標記的歸檔。「將標記另存為檔案」可將其寫入資料夾。</translation>
    </message>
    <message>
        <source>Nothing had to be written anew.</source>
        <translation>沒有需要重新寫入的內容。</translation>
    </message>
    <message numerus="yes">
        <source>Saved: %n object(s) on the way to %1.</source>
        <translation>
            <numerusform>已儲存：%n 個物件正傳往 %1。</numerusform>
        </translation>
    </message>
    <message>
        <source>This computer cannot keep them: do not end the program before they are in the archive.</source>
        <translation>本機無法留存這些物件：請在其到達歸檔之前不要結束程式。</translation>
    </message>
    <message>
        <source>The files could not be written.</source>
        <translation>檔案無法寫入。</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) written. The marks stay unsaved marks of this computer as well.</source>
        <translation>
            <numerusform>已寫入 %n 個檔案。標記同時仍作為未儲存的標記留在本機。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: the archive did not take it. The outbox says why.</source>
        <translation>%1：歸檔沒有接收。原因見寄件匣。</translation>
    </message>
    <message>
        <source>Key images (%1)</source>
        <translation>關鍵影像（%1）</translation>
    </message>
    <message>
        <source>Arrows, texts and display</source>
        <translation>箭頭、文字與顯示方式</translation>
    </message>
    <message>
        <source>Key images</source>
        <translation>關鍵影像</translation>
    </message>
    <message>
        <source>Measurements</source>
        <translation>測量</translation>
    </message>
    <message>
        <source>It is just being sent: wait until that has ended.</source>
        <translation>正在傳送：請等待結束。</translation>
    </message>
    <message>
        <source>It could not be taken out of the outbox.</source>
        <translation>無法從寄件匣中取出。</translation>
    </message>
    <message>
        <source>The file was written.</source>
        <translation>檔案已寫入。</translation>
    </message>
    <message>
        <source>The file could not be written.</source>
        <translation>檔案無法寫入。</translation>
    </message>
    <message>
        <source>Key images taken back (%1)</source>
        <translation>撤回關鍵影像（%1）</translation>
    </message>
    <message>
        <source>Marks are just being saved: wait until that has ended.</source>
        <translation>正在儲存標記：請等待儲存完成。</translation>
    </message>
    <message>
        <source>The view is not saved.</source>
        <translation>檢視未儲存。</translation>
    </message>
    <message>
        <source>Saved view</source>
        <translation>已儲存的檢視</translation>
    </message>
    <message>
        <source>This study comes from files: there is no archive to send a view of it to.</source>
        <translation>此檢查來自檔案，沒有可接收其檢視的歸檔。</translation>
    </message>
    <message>
        <source>The marks are not saved.</source>
        <translation>標記沒有儲存。</translation>
    </message>
    <message>
        <source>%1 does not answer: they wait in the outbox and go when it is back.</source>
        <translation>%1 沒有回應：它們在寄件匣中等待，恢復後傳送。</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) written.</source>
        <translation>
            <numerusform>已寫入 %n 個檔案。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 does not answer. What you saved waits for it: it is put together and sent when it is back.</source>
        <translation>%1 沒有回應。您儲存的內容正在等待它：恢復後產生物件並傳送。</translation>
    </message>
</context>
<context>
    <name>consilium::app::MonitorSettings</name>
    <message>
        <source>Use this measure</source>
        <translation>採用此測量值</translation>
    </message>
    <message>
        <source>Forget the measure</source>
        <translation>清除測量值</translation>
    </message>
    <message>
        <source>Monitors</source>
        <translation>顯示器</translation>
    </message>
    <message>
        <source>To show images in true size, hold a ruler to the bar and enter how long it is from outer edge to outer edge. What a monitor says of its own size is not relied on.</source>
        <translation>為了按實際大小顯示影像，請用直尺量出橫線兩端外緣之間的長度並填入。不採用顯示器自報的尺寸。</translation>
    </message>
    <message>
        <source>Length of the bar</source>
        <translation>橫線長度</translation>
    </message>
    <message>
        <source>Measured: a pixel of this monitor is %1 mm. True size can be used.</source>
        <translation>已測量：本顯示器像素為 %1 mm，可以按實際大小顯示。</translation>
    </message>
    <message>
        <source>Not measured: true size cannot be used on this monitor.</source>
        <translation>未測量：本顯示器不能按實際大小顯示。</translation>
    </message>
    <message>
        <source>This monitor: %1, %2 × %3 pixels</source>
        <translation>本顯示器：%1，%2 × %3 像素</translation>
    </message>
    <message>
        <source>No monitor has pixels of %1 mm: please measure once more.</source>
        <translation>沒有像素為 %1 mm 的顯示器，請重新測量。</translation>
    </message>
    <message>
        <source>The length is a number of millimetres, from 20 to 1000.</source>
        <translation>長度應為 20 到 1000 之間的毫米數。</translation>
    </message>
    <message>
        <source>With the worklist in a window of its own: %1</source>
        <translation>工作清單使用單獨視窗時：%1</translation>
    </message>
</context>
<context>
    <name>consilium::app::MouseSettings</name>
    <message>
        <source>Mouse</source>
        <translation>滑鼠</translation>
    </message>
    <message>
        <source>My own as at first</source>
        <translation>恢復我的初始設定</translation>
    </message>
    <message>
        <source>Left button</source>
        <translation>左鍵</translation>
    </message>
    <message>
        <source>Middle button</source>
        <translation>中鍵</translation>
    </message>
    <message>
        <source>Right button</source>
        <translation>右鍵</translation>
    </message>
    <message>
        <source>Back button</source>
        <translation>後退鍵</translation>
    </message>
    <message>
        <source>Forward button</source>
        <translation>前進鍵</translation>
    </message>
    <message>
        <source>Wheel</source>
        <translation>滾輪</translation>
    </message>
    <message>
        <source>Alone</source>
        <translation>單獨</translation>
    </message>
    <message>
        <source>Tools in a circle round the pointer: hold the key (Settings, Keyboard) or the right button, move towards a tool, let go.</source>
        <translation>指標周圍的環形工具選單：按住快速鍵（設定 › 鍵盤）或右鍵，移向工具後放開。</translation>
    </message>
    <message>
        <source>Top</source>
        <translation>上</translation>
    </message>
    <message>
        <source>Top right</source>
        <translation>右上</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>右</translation>
    </message>
    <message>
        <source>Bottom right</source>
        <translation>右下</translation>
    </message>
    <message>
        <source>Bottom</source>
        <translation>下</translation>
    </message>
    <message>
        <source>Bottom left</source>
        <translation>左下</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>左</translation>
    </message>
    <message>
        <source>Top left</source>
        <translation>左上</translation>
    </message>
</context>
<context>
    <name>consilium::app::NoticeBar</name>
    <message>
        <source>Close this message</source>
        <translation>關閉此訊息</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>詳細資料</translation>
    </message>
</context>
<context>
    <name>consilium::app::OpeningDetails</name>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message numerus="yes">
        <source>%n files were left out</source>
        <translation>
            <numerusform>%n 個檔案未開啟</numerusform>
        </translation>
    </message>
    <message>
        <source>File</source>
        <translation>檔案</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>另有 %n 個</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more studies: a double click opens one</source>
        <translation>
            <numerusform>另有 %n 個檢查：按兩下開啟</numerusform>
        </translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>病人</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>Exam</source>
        <translation>檢查</translation>
    </message>
    <message>
        <source>Patient ID</source>
        <translation>病歷號</translation>
    </message>
</context>
<context>
    <name>consilium::app::OpeningReport</name>
    <message>
        <source>There is no file or folder “%1”.</source>
        <translation>沒有檔案或資料夾「%1」。</translation>
    </message>
    <message>
        <source>There are no DICOM images in what was opened.</source>
        <translation>開啟的內容中沒有 DICOM 影像。</translation>
    </message>
    <message>
        <source>Nothing could be opened. %1</source>
        <translation>無法開啟任何內容。%1</translation>
    </message>
    <message numerus="yes">
        <source>Nothing could be opened: %n files cannot be shown, for several reasons.</source>
        <translation>
            <numerusform>無法開啟任何內容：%n 個檔案因不同原因無法顯示。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nothing could be opened: %n files cannot be shown. %1</source>
        <translation>
            <numerusform>無法開啟任何內容：%n 個檔案無法顯示。%1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files were left out, for several reasons.</source>
        <translation>
            <numerusform>%n 個檔案因不同原因未開啟。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files were left out. %1</source>
        <translation>
            <numerusform>%n 個檔案未開啟。%1</numerusform>
        </translation>
    </message>
    <message>
        <source>The directory of the medium names it, but it is not there.</source>
        <translation>媒體目錄（DICOMDIR）列出了它，但檔案不存在。</translation>
    </message>
    <message>
        <source>The directory of the medium points outside its own folder.</source>
        <translation>媒體目錄（DICOMDIR）指向自身資料夾之外的檔案。</translation>
    </message>
    <message>
        <source>Reading was stopped: series may lack images.</source>
        <translation>讀取已停止：序列可能缺少影像。</translation>
    </message>
    <message numerus="yes">
        <source>%n studies were found and not opened, for want of a free tab; %1 are waiting in all.</source>
        <translation>
            <numerusform>分頁已滿，有 %n 個找到的檢查未開啟；共有 %1 個等待開啟。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n studies were found and not opened, for want of a free tab.</source>
        <translation>
            <numerusform>分頁已滿，有 %n 個找到的檢查未開啟。</numerusform>
        </translation>
    </message>
    <message>
        <source>Another patient is named than in the rest of the study.</source>
        <translation>寫明的病人與檢查的其餘部分不同。</translation>
    </message>
    <message>
        <source>No patient is named, where the rest of the study names one.</source>
        <translation>未註明病人，而檢查的其餘部分註明了。</translation>
    </message>
    <message>
        <source>The study is open already, from an archive.</source>
        <translation>該檢查已從歸檔開啟。</translation>
    </message>
    <message>
        <source>The study is open already, from the archive %1.</source>
        <translation>該檢查已從歸檔 %1 開啟。</translation>
    </message>
    <message numerus="yes">
        <source>%n files were not opened: their study is open already, from an archive.</source>
        <translation>
            <numerusform>%n 個檔案未開啟：其檢查已從歸檔開啟。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files were not opened: their study is open already, from the archive %1.</source>
        <translation>
            <numerusform>%n 個檔案未開啟：其檢查已從歸檔 %1 開啟。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Another patient is named in %n files: they were left out.</source>
        <translation>
            <numerusform>另一病人的名字寫在 %n 個檔案中：未予開啟。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No patient is named in %n files, where the rest of the study names one: they were left out.</source>
        <translation>
            <numerusform>%n 個檔案未註明病人，而檢查的其餘部分註明了：未予開啟。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (Opened at %2.)</source>
        <translation>%1（%2 開啟。）</translation>
    </message>
    <message>
        <source>%1 (Asked for: %2.)</source>
        <translation>%1（要開啟的是：%2。）</translation>
    </message>
    <message>
        <source>%1 Shown is “%2”.</source>
        <translation>%1目前顯示「%2」。</translation>
    </message>
    <message numerus="yes">
        <source>%n files bear the UID of another file and hold something else: they were left out.</source>
        <translation>
            <numerusform>%n 個檔案與另一個檔案的 UID 相同但內容不同：未予開啟。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>consilium::app::OutOfDateNote</name>
    <message numerus="yes">
        <source>%n entries in the list of %1 could not be read: that many studies may be missing here.</source>
        <translation>
            <numerusform>%1 的清單中有 %n 筆無法讀取：此處可能缺少同樣數量的檢查。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 has given no list since %2. Its studies are shown as listed at %3.</source>
        <translation>%1 自 %2 起未能給出清單。其檢查按 %3 所列顯示。</translation>
    </message>
    <message>
        <source>No list comes from: %1. Their studies are shown as they were last listed.</source>
        <translation>以下歸檔未能給出清單：%1。其檢查按最近一次所列顯示。</translation>
    </message>
    <message>
        <source>until %1</source>
        <comment>a day</comment>
        <translation>截至 %1</translation>
    </message>
    <message>
        <source>from %1</source>
        <comment>a day</comment>
        <translation>%1 起</translation>
    </message>
    <message>
        <source>the beginning of the whole list</source>
        <translation>完整清單的開頭部分</translation>
    </message>
    <message>
        <source>%1 (not to the end)</source>
        <translation>%1（未到末尾）</translation>
    </message>
    <message>
        <source>Studies of %1 are missing here: it was not asked for all of them.</source>
        <translation>此處缺少 %1 的部分檢查：未曾向其查詢全部檢查。</translation>
    </message>
    <message>
        <source>Only this was listed of %1, and its other studies are missing here: %2.</source>
        <translation>%1 僅列出過以下範圍，其餘檢查此處缺少：%2。</translation>
    </message>
</context>
<context>
    <name>consilium::app::OutboxButton</name>
    <message numerus="yes">
        <source>%n object(s) were not taken by their archive and need a decision.</source>
        <translation>
            <numerusform>%n 個物件未被歸檔接收，需要您決定。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n object(s) on the way to their archive.</source>
        <translation>
            <numerusform>%n 個物件正傳往歸檔。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · waiting for %2</source>
        <translation>%1 · 等待 %2</translation>
    </message>
    <message numerus="yes">
        <source>The marks of %n study (studies) are put together and sent when their archive answers.</source>
        <translation>
            <numerusform>%n 個檢查的標記將在歸檔回應後產生物件並傳送。</numerusform>
        </translation>
    </message>
    <message>
        <source>Waiting for: %1.</source>
        <translation>等待：%1。</translation>
    </message>
</context>
<context>
    <name>consilium::app::OutboxPanel</name>
    <message>
        <source>Outbox</source>
        <translation>寄件匣</translation>
    </message>
    <message>
        <source>On the way to the archive</source>
        <translation>正傳往歸檔</translation>
    </message>
    <message>
        <source>Everything that was saved is in its archive.</source>
        <translation>儲存的內容均已在歸檔中。</translation>
    </message>
    <message>
        <source>Save as file</source>
        <translation>另存為檔案</translation>
    </message>
    <message numerus="yes">
        <source>%n mark(s) or deletion(s) wait for %1. They are put together and sent when it answers and the study is open.</source>
        <translation>
            <numerusform>%n 處標記或刪除在等待 %1。它回應且檢查開啟時產生物件並傳送。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>consilium::app::OutboxRow</name>
    <message>
        <source>Give it up? It will not be sent; the marks become unsaved marks of this computer again.</source>
        <translation>放棄傳送？物件將不再傳送，其標記重新成為本機未儲存的標記。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重試</translation>
    </message>
    <message>
        <source>Give up</source>
        <translation>放棄</translation>
    </message>
    <message>
        <source>Give up…</source>
        <translation>放棄…</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Save as file…</source>
        <translation>另存為檔案…</translation>
    </message>
</context>
<context>
    <name>consilium::app::PeopleDesk</name>
    <message>
        <source>Person 1</source>
        <translation>人員 1</translation>
    </message>
    <message>
        <source>Nothing is locked without a password. Set one in the settings, under “People”.</source>
        <translation>沒有密碼就無法鎖定。請在設定的「人員」中設定密碼。</translation>
    </message>
    <message>
        <source>There is nobody else yet. Add people in the settings, under “People”.</source>
        <translation>還沒有其他人員。請在設定的「人員」中新增。</translation>
    </message>
    <message>
        <source>Nobody can delete themselves while they are signed in.</source>
        <translation>已登入的人員不能刪除自己。</translation>
    </message>
    <message>
        <source>Too many wrong passwords. Wait a minute.</source>
        <translation>密碼錯誤次數過多，請等待一分鐘。</translation>
    </message>
    <message>
        <source>The present password is not right.</source>
        <translation>目前的密碼不正確。</translation>
    </message>
    <message>
        <source>Only with the password of %1: enter it.</source>
        <translation>需要 %1 的密碼，請輸入。</translation>
    </message>
    <message>
        <source>That is not the password of %1.</source>
        <translation>這不是 %1 的密碼。</translation>
    </message>
    <message>
        <source>The password was not changed, the one before holds. %1</source>
        <translation>密碼沒有更改，原密碼仍然有效。%1</translation>
    </message>
    <message>
        <source>No password was set. %1</source>
        <translation>沒有設定密碼。%1</translation>
    </message>
</context>
<context>
    <name>consilium::app::PeopleSettings</name>
    <message>
        <source>People of this computer</source>
        <translation>本機人員</translation>
    </message>
    <message>
        <source>Name of somebody new</source>
        <translation>新人員的姓名</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>儲存</translation>
    </message>
    <message>
        <source>Password or PIN</source>
        <translation>密碼或 PIN</translation>
    </message>
    <message>
        <source>Lock the screen by itself</source>
        <translation>自動鎖定螢幕</translation>
    </message>
    <message>
        <source>Present one</source>
        <translation>目前密碼</translation>
    </message>
    <message>
        <source>New one</source>
        <translation>新密碼</translation>
    </message>
    <message>
        <source>New one again</source>
        <translation>再次輸入新密碼</translation>
    </message>
    <message>
        <source>Do without a password</source>
        <translation>不使用密碼</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>從不</translation>
    </message>
    <message numerus="yes">
        <source>After %n min</source>
        <translation>
            <numerusform>%n 分鐘後</numerusform>
        </translation>
    </message>
    <message>
        <source>Saved.</source>
        <translation>已儲存。</translation>
    </message>
    <message>
        <source>%1 (you)</source>
        <translation>%1（您）</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>刪除</translation>
    </message>
    <message>
        <source>The entry of this person cannot be read: %1. Enter a name and save to make it anew, without a password; settings stay, and the damaged file is kept beside it.</source>
        <translation>無法讀取此人員的項目：%1。輸入姓名並儲存即可重新建立（無密碼）；設定會保留，損壞的檔案保存在旁邊。</translation>
    </message>
    <message>
        <source>Change the password</source>
        <translation>變更密碼</translation>
    </message>
    <message>
        <source>Set the password</source>
        <translation>設定密碼</translation>
    </message>
    <message>
        <source>Needs a password: without one anybody could go on.</source>
        <translation>需要密碼：沒有密碼，任何人都可以繼續。</translation>
    </message>
    <message>
        <source>From now on the program asks who reads. Passwords are set by each person, after signing in.</source>
        <translation>今後程式啟動時會詢問由誰閱片。密碼由各人登入後自行設定。</translation>
    </message>
    <message>
        <source>Delete for good</source>
        <translation>永久刪除</translation>
    </message>
    <message>
        <source>The settings of %1 on this computer are deleted: archives and their passwords, saved searches, columns, keys. Images and reports in the archives are not touched.</source>
        <translation>將刪除 %1 在本機的設定：歸檔及其密碼、已儲存的檢索、欄位、快速鍵。歸檔中的影像和報告不受影響。</translation>
    </message>
    <message>
        <source>Deleted.</source>
        <translation>已刪除。</translation>
    </message>
    <message>
        <source>The new password is missing.</source>
        <translation>缺少新密碼。</translation>
    </message>
    <message>
        <source>The two new passwords are not the same.</source>
        <translation>兩次輸入的新密碼不一致。</translation>
    </message>
    <message>
        <source>There is no password any more.</source>
        <translation>已不再使用密碼。</translation>
    </message>
    <message>
        <source>The password is set. Nobody can read it, and nobody can look it up: do not forget it.</source>
        <translation>密碼已設定。任何人都無法查看，請勿忘記。</translation>
    </message>
    <message>
        <source>Password of this person</source>
        <translation>此人的密碼</translation>
    </message>
    <message>
        <source>Marks that they have not saved, and objects that have not reached the archive, are deleted for good as well. How many there are is being looked up …</source>
        <translation>其未儲存的標記和尚未到達歸檔的物件也將永久刪除。正在查看共有多少……</translation>
    </message>
    <message>
        <source>Marks that they have not saved, and objects that have not reached the archive, are deleted for good as well. Whether there are any cannot be known: %1</source>
        <translation>其未儲存的標記和尚未到達歸檔的物件也將永久刪除。是否存在、有多少，無法得知：%1</translation>
    </message>
    <message>
        <source>They have no unsaved marks, and nothing that has not reached the archive.</source>
        <translation>此人沒有未儲存的標記，也沒有尚未到達歸檔的物件。</translation>
    </message>
    <message numerus="yes">
        <source>%n mark(s) that they have not saved are deleted for good as well.</source>
        <translation>
            <numerusform>其未儲存的 %n 個標記也將永久刪除。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n saved object(s) that have not reached the archive are deleted for good as well.</source>
        <translation>
            <numerusform>尚未到達歸檔的 %n 個已儲存物件也將永久刪除。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>consilium::app::PersonButton</name>
    <message>
        <source>Lock</source>
        <translation>鎖定</translation>
    </message>
    <message>
        <source>Switch person</source>
        <translation>切換人員</translation>
    </message>
    <message>
        <source>People and passwords…</source>
        <translation>人員與密碼…</translation>
    </message>
    <message>
        <source>Signed in: %1</source>
        <translation>已登入：%1</translation>
    </message>
</context>
<context>
    <name>consilium::app::PictureNote</name>
    <message>
        <source>Ask for pictures again</source>
        <translation>重新請求預覽圖</translation>
    </message>
    <message>
        <source>The connection broke twice in a row while a preview was asked for: no more previews are asked from %1. Drawing them may stop the archive.</source>
        <translation>請求預覽圖時連線連續兩次中斷：不再向 %1 請求預覽圖。產生預覽圖可能使歸檔停止運作。</translation>
    </message>
</context>
<context>
    <name>consilium::app::PriorFetch</name>
    <message>
        <source>The earlier study of %1 cannot be opened to be hung beside: its archive is not connected any more, or another patient&apos;s study is open under its UID.</source>
        <translation>無法開啟 %1 的既往檢查以作對比：其歸檔已斷開，或同一 UID 下已開啟其他病人的檢查。</translation>
    </message>
    <message numerus="yes">
        <source>%n earlier study(ies) could not be fetched to be hung beside.</source>
        <translation>
            <numerusform>有 %n 次既往檢查未能取得，無法放在旁邊對比。</numerusform>
        </translation>
    </message>
    <message>
        <source>Whether the earlier study (%1) is one to be hung beside is not known: nothing is told of its series. The timeline leads to it.</source>
        <translation>無法確定既往檢查（%1）是否符合對比懸掛的要求：歸檔未告知其序列資訊，可從時間軸開啟。</translation>
    </message>
    <message>
        <source>The earlier study (%1) that was to be hung beside has not come yet. The timeline leads to it.</source>
        <translation>用於對比懸掛的既往檢查（%1）尚未取得，可從時間軸開啟。</translation>
    </message>
    <message>
        <source>No earlier study was found to be hung beside. Not known whether they have one: %1</source>
        <translation>未找到可用於對比懸掛的既往檢查。無法確定以下歸檔是否有：%1</translation>
    </message>
</context>
<context>
    <name>consilium::app::ProtocolForm</name>
    <message>
        <source>Name</source>
        <translation>名稱</translation>
    </message>
    <message>
        <source>Hang by itself when a study is opened</source>
        <translation>開啟檢查時自動懸掛</translation>
    </message>
    <message>
        <source>When it fits</source>
        <translation>適用條件</translation>
    </message>
</context>
<context>
    <name>consilium::app::ReadStateRow</name>
    <message>
        <source>Provisional: only on this machine</source>
        <translation>暫定：僅在本機有效</translation>
    </message>
    <message>
        <source>Read by me</source>
        <translation>本人已閱</translation>
    </message>
    <message>
        <source>Being read by me</source>
        <translation>本人閱片中</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>未閱</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>place in the worklist</comment>
        <translation>第 %1 個，共 %2 個</translation>
    </message>
    <message>
        <source>Not in the worklist as it is filtered now</source>
        <translation>不在目前篩選的工作清單中</translation>
    </message>
    <message>
        <source>Worklist: %1</source>
        <translation>工作清單：%1</translation>
    </message>
</context>
<context>
    <name>consilium::app::ReadingBar</name>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Reads no further; what was found stays open</source>
        <translation>不再繼續讀取；已找到的內容保持開啟</translation>
    </message>
    <message>
        <source>Reading files: %1 of %2</source>
        <translation>正在讀取檔案：%1 / %2</translation>
    </message>
    <message>
        <source>Reading files: %1 found</source>
        <translation>正在讀取檔案：已找到 %1 個</translation>
    </message>
    <message>
        <source>Reading files: %1 of %2 found</source>
        <translation>正在讀取檔案：%1 / 已找到 %2 個</translation>
    </message>
</context>
<context>
    <name>consilium::app::ReadingPage</name>
    <message>
        <source>Point at a mark of yours to delete it.</source>
        <translation>請將滑鼠指向您自己的標記再刪除。</translation>
    </message>
    <message>
        <source>Nothing is known to be wrong with these images.</source>
        <translation>未發現這些影像有問題。</translation>
    </message>
    <message>
        <source>No image is shown here.</source>
        <translation>此處沒有影像。</translation>
    </message>
    <message>
        <source>The details of the image were copied.</source>
        <translation>影像資訊已複製。</translation>
    </message>
    <message>
        <source>A window can be typed for grey images only.</source>
        <translation>只有灰階影像可以輸入窗寬窗位。</translation>
    </message>
    <message>
        <source>There is no such prior report.</source>
        <translation>沒有這份既往報告。</translation>
    </message>
    <message>
        <source>No segmentation or structure set lies on these images.</source>
        <translation>這些影像上沒有分割或結構集。</translation>
    </message>
    <message>
        <source>The prior report cannot be opened: it is not listed any more, or another patient&apos;s study is open under its UID.</source>
        <translation>無法開啟既往報告：它已不在清單中，或者同一 UID 下開啟著另一位病人的檢查。</translation>
    </message>
    <message>
        <source>Hanging protocols</source>
        <translation>懸掛協定</translation>
    </message>
</context>
<context>
    <name>consilium::app::ReadingSession</name>
    <message>
        <source>Opening the study …</source>
        <translation>正在開啟檢查…</translation>
    </message>
    <message>
        <source>Segmentation</source>
        <translation>分割</translation>
    </message>
    <message>
        <source>Structure set</source>
        <translation>結構集</translation>
    </message>
    <message numerus="yes">
        <source>%n outline(s)</source>
        <translation>
            <numerusform>%n 個輪廓</numerusform>
        </translation>
    </message>
    <message>
        <source>Outlines that cannot be shown: %1</source>
        <translation>輪廓無法顯示：%1</translation>
    </message>
    <message>
        <source>The images that they are drawn over are not there: open the folder or the archive that holds them.</source>
        <translation>它們所依附的影像不在此處：請開啟含有這些影像的資料夾或影像庫。</translation>
    </message>
    <message>
        <source>Of this study there are only outlines</source>
        <translation>這項檢查只有輪廓</translation>
    </message>
    <message>
        <source>Waiting for %1 s</source>
        <translation>已等待 %1 秒</translation>
    </message>
</context>
<context>
    <name>consilium::app::RequestDesk</name>
    <message numerus="yes">
        <source>%n requests came while this desk was locked and could not be kept, for want of room: follow them once more.</source>
        <translation>
            <numerusform>鎖定期間有 %n 個開啟請求因數量已達上限而未能保留：請重新開啟。</numerusform>
        </translation>
    </message>
    <message>
        <source>Looking for: %1…</source>
        <translation>正在尋找：%1…</translation>
    </message>
    <message numerus="yes">
        <source>%n more wait.</source>
        <translation>
            <numerusform>另有 %n 個等待處理。</numerusform>
        </translation>
    </message>
    <message>
        <source>Answered before, though asked for later: %1.</source>
        <translation>以下請求雖較晚提出，但已先處理：%1。</translation>
    </message>
    <message>
        <source>Opened late, in a tab behind the one in front: %1.</source>
        <translation>較晚才找到，已在背景分頁中開啟，目前顯示的分頁不變：%1。</translation>
    </message>
    <message>
        <source>The list shows the studies for %1: follow the other links once more.</source>
        <translation>清單顯示的是以下請求的檢查：%1。其他連結請再開啟一次。</translation>
    </message>
    <message>
        <source>Not opened: %1. As many requests wait as there is room for: try again in a moment.</source>
        <translation>未開啟：%1。等待處理的請求已達上限：請稍後再試。</translation>
    </message>
</context>
<context>
    <name>consilium::app::RequestFinder</name>
    <message>
        <source>The study cannot be looked for: there is no archive yet.</source>
        <translation>無法尋找檢查：尚未新增歸檔。</translation>
    </message>
    <message>
        <source>The study is there, but it belongs to another patient than the link names. It was not opened: ask whoever sent the link.</source>
        <translation>找到了該檢查，但它屬於另一位病人，與連結所寫不符。未開啟：請向傳送連結的一方核實。</translation>
    </message>
    <message>
        <source>No study was found.</source>
        <translation>未找到檢查。</translation>
    </message>
    <message>
        <source>Asked: %1.</source>
        <translation>已查詢：%1。</translation>
    </message>
    <message>
        <source>%1 could not be asked: %2</source>
        <translation>%1 無法查詢：%2</translation>
    </message>
    <message numerus="yes">
        <source>%n studies of the patient were found: choose in the list.</source>
        <translation>
            <numerusform>找到該病人的 %n 個檢查：請在清單中選擇。</numerusform>
        </translation>
    </message>
    <message>
        <source>Studies of several patients have the number that was asked for: choose in the list.</source>
        <translation>所查 UID 對應多位病人的檢查：請在清單中選擇。</translation>
    </message>
    <message numerus="yes">
        <source>%n studies have this accession number: choose in the list.</source>
        <translation>
            <numerusform>%n 個檢查使用此檢查單號：請在清單中選擇。</numerusform>
        </translation>
    </message>
    <message>
        <source>One study has this accession number, but not every archive has answered: check that it is the right one.</source>
        <translation>找到一個使用此檢查單號的檢查，但並非所有歸檔都已回應：請核對後開啟。</translation>
    </message>
    <message>
        <source>There are more than are listed.</source>
        <translation>還有更多未列出。</translation>
    </message>
    <message numerus="yes">
        <source>%n of the studies that were asked for were not found.</source>
        <translation>
            <numerusform>所要求的檢查中有 %n 個未找到。</numerusform>
        </translation>
    </message>
    <message>
        <source>its token is missing.</source>
        <translation>缺少權杖。</translation>
    </message>
    <message>
        <source>its password is missing.</source>
        <translation>缺少密碼。</translation>
    </message>
    <message>
        <source>Not opened: %1.</source>
        <translation>未開啟：%1。</translation>
    </message>
    <message>
        <source>The study is there, but it has another accession number than the link names. It was not opened: ask whoever sent the link.</source>
        <translation>檢查存在，但其檢查單號與連結所寫不同。未開啟：請詢問連結的傳送者。</translation>
    </message>
    <message>
        <source>Not opened yet: %1.</source>
        <translation>尚未開啟：%1。</translation>
    </message>
    <message numerus="yes">
        <source>the keychain of this computer has not given its token for %n seconds: unlock the keychain, or enter the token once more in the settings.</source>
        <translation>
            <numerusform>本機鑰匙圈 %n 秒內未給出其權杖：請解鎖鑰匙圈，或在設定中重新輸入權杖。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the keychain of this computer has not given its password for %n seconds: unlock the keychain, or enter the password once more in the settings.</source>
        <translation>
            <numerusform>本機鑰匙圈 %n 秒內未給出其密碼：請解鎖鑰匙圈，或在設定中重新輸入密碼。</numerusform>
        </translation>
    </message>
    <message>
        <source>No study under this ID meets these conditions; it may have others.</source>
        <translation>此編號下沒有符合這些條件的檢查；可能另有其他檢查。</translation>
    </message>
    <message numerus="yes">
        <source>%n studies under this ID meet these conditions, and it may have others: choose in the list.</source>
        <translation>
            <numerusform>此編號下有 %n 個檢查符合這些條件，可能另有其他檢查：請在清單中選擇。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n studies under this ID were found: choose in the list.</source>
        <translation>
            <numerusform>此編號下找到 %n 個檢查：請在清單中選擇。</numerusform>
        </translation>
    </message>
    <message>
        <source>Which are the most recent cannot be told: several have the same date and time.</source>
        <translation>無法確定哪些是最近的：有多個檢查的日期和時間相同。</translation>
    </message>
    <message numerus="yes">
        <source>The ID stands under %n different names: check the identity before you open one.</source>
        <translation>
            <numerusform>此編號對應 %n 個不同的姓名：開啟前請核對身分。</numerusform>
        </translation>
    </message>
    <message>
        <source>Not every study names the same patient: check the identity before you open one.</source>
        <translation>這些檢查所寫的病人不一致：開啟前請核對身分。</translation>
    </message>
    <message numerus="yes">
        <source>%n studies have one of these accession numbers: choose in the list.</source>
        <translation>
            <numerusform>%n 個檢查使用這些檢查單號之一：請在清單中選擇。</numerusform>
        </translation>
    </message>
    <message>
        <source>Not found: %1.</source>
        <translation>未找到：%1。</translation>
    </message>
    <message>
        <source>Only key images were asked for: what is chosen opens with all its images.</source>
        <translation>連結只要求關鍵影像：從清單中選擇的檢查將顯示全部影像。</translation>
    </message>
</context>
<context>
    <name>consilium::app::ScenarioRunner</name>
    <message>
        <source>The log %1 cannot be written: %2</source>
        <translation>無法寫入日誌 %1：%2</translation>
    </message>
</context>
<context>
    <name>consilium::app::SearchNameDialog</name>
    <message>
        <source>Save this search</source>
        <translation>儲存目前檢索</translation>
    </message>
    <message>
        <source>Rename the search</source>
        <translation>重新命名檢索</translation>
    </message>
    <message>
        <source>Name of the search (no patient&apos;s name)</source>
        <translation>檢索名稱（請勿使用病人姓名）</translation>
    </message>
    <message>
        <source>Dates, types, body part, institution and archive are kept; what was typed as a search is not.</source>
        <translation>儲存日期、類型、檢查部位、機構和歸檔；輸入的檢索文字不予儲存。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>儲存</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重新命名</translation>
    </message>
    <message numerus="yes">
        <source>%n searches are saved already, and no more can be. Remove one first.</source>
        <translation>
            <numerusform>已儲存 %n 個檢索，不能再增加。請先刪除一個。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A name has at most %n letters.</source>
        <translation>
            <numerusform>名稱最多 %n 個字元。</numerusform>
        </translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>取代</translation>
    </message>
    <message>
        <source>There is a search “%1” already. “Replace” gives its name to this one, and it is gone.</source>
        <translation>已有檢索「%1」。「取代」會將其名稱用於新的檢索，原檢索將被刪除。</translation>
    </message>
</context>
<context>
    <name>consilium::app::SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Archives and network</source>
        <translation>歸檔與網路</translation>
    </message>
    <message>
        <source>Language and appearance</source>
        <translation>語言與外觀</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>鍵盤</translation>
    </message>
    <message>
        <source>Mouse</source>
        <translation>滑鼠</translation>
    </message>
    <message>
        <source>Monitors</source>
        <translation>顯示器</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人員</translation>
    </message>
    <message>
        <source>From study to study</source>
        <translation>逐個檢查</translation>
    </message>
    <message>
        <source>Hanging protocols</source>
        <translation>懸掛協定</translation>
    </message>
</context>
<context>
    <name>consilium::app::SignInPage</name>
    <message>
        <source>Locked</source>
        <translation>已鎖定</translation>
    </message>
    <message>
        <source>Who is reading?</source>
        <translation>請選擇閱片人員</translation>
    </message>
    <message>
        <source>What %1 has opened stays open until somebody else signs in.</source>
        <translation>%1 開啟的檢查會保留，直到其他人員登入。</translation>
    </message>
    <message>
        <source>What %1 has opened stays open.</source>
        <translation>%1 開啟的檢查會保留。</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人員</translation>
    </message>
    <message>
        <source>Password or PIN</source>
        <translation>密碼或 PIN</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>登入</translation>
    </message>
    <message>
        <source>The entry of this person cannot be read: %1. Nothing of it was changed. Somebody else can make it anew in the settings, under “People”.</source>
        <translation>無法讀取此人員的項目：%1。項目未被更動。其他人員可在設定的「人員」中重新建立。</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>請稍候…</translation>
    </message>
    <message>
        <source>This is not the password.</source>
        <translation>密碼不正確。</translation>
    </message>
    <message numerus="yes">
        <source>This is not the password. The next try is possible in %n seconds.</source>
        <translation>
            <numerusform>密碼不正確。%n 秒後可再試。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>consilium::app::StagesForm</name>
    <message>
        <source>Stages</source>
        <translation>階段</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>複製</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>前移</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>後移</translation>
    </message>
    <message>
        <source>Add a stage</source>
        <translation>新增階段</translation>
    </message>
    <message>
        <source>Copy the stage</source>
        <translation>複製階段</translation>
    </message>
    <message>
        <source>Remove the stage</source>
        <translation>移除階段</translation>
    </message>
    <message>
        <source>Move the stage earlier</source>
        <translation>將階段前移</translation>
    </message>
    <message>
        <source>Move the stage later</source>
        <translation>將階段後移</translation>
    </message>
    <message>
        <source>Scroll together</source>
        <translation>連動捲動</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>by position</source>
        <translation>按位置</translation>
    </message>
    <message>
        <source>chosen views, by offset</source>
        <translation>所選視圖，按位移</translation>
    </message>
    <message>
        <source>Reference lines</source>
        <translation>定位線</translation>
    </message>
    <message>
        <source>as they are</source>
        <translation>保持現狀</translation>
    </message>
    <message>
        <source>off</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>of the current image</source>
        <translation>目前影像</translation>
    </message>
    <message>
        <source>with both ends</source>
        <translation>含首末層</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>列數</translation>
    </message>
    <message>
        <source>Monitors</source>
        <translation>顯示器</translation>
    </message>
    <message>
        <source>Name of the stage</source>
        <translation>階段名稱</translation>
    </message>
    <message>
        <source>Columns of monitor %1</source>
        <translation>顯示器 %1 的欄數</translation>
    </message>
    <message>
        <source>Columns of each</source>
        <translation>各顯示器欄數</translation>
    </message>
    <message>
        <source>Stage %1</source>
        <translation>階段 %1</translation>
    </message>
    <message>
        <source>View %1 of stage %2</source>
        <translation>階段 %2 的視圖 %1</translation>
    </message>
    <message>
        <source>A protocol has one stage at least.</source>
        <translation>協定至少有一個階段。</translation>
    </message>
</context>
<context>
    <name>consilium::app::StudyFlow</name>
    <message>
        <source>Provisional: only on this machine. Other readers do not see what you claim or mark as read, and what they do is not seen here.</source>
        <translation>暫定：僅在本機有效。其他醫師看不到您的認領和已閱標註，這裡也看不到他們的操作。</translation>
    </message>
    <message>
        <source>It is forgotten when the program ends.</source>
        <translation>程式結束後即不再保留。</translation>
    </message>
    <message>
        <source>No study is chosen.</source>
        <translation>未選擇檢查。</translation>
    </message>
    <message>
        <source>You have neither claimed this study nor marked it as read.</source>
        <translation>您既未認領此檢查，也未標為已閱。</translation>
    </message>
    <message>
        <source>No study is open in this tab.</source>
        <translation>此分頁中沒有開啟的檢查。</translation>
    </message>
    <message>
        <source>This study is not in the worklist as it is filtered now.</source>
        <translation>此檢查不在目前篩選的工作清單中。</translation>
    </message>
    <message>
        <source>Claimed: you are reading this study. Provisional: only on this machine.</source>
        <translation>已認領：您正在閱此檢查。暫定：僅在本機有效。</translation>
    </message>
    <message>
        <source>Marked as read. Provisional: only on this machine.</source>
        <translation>已標為已閱。暫定：僅在本機有效。</translation>
    </message>
    <message>
        <source>Released: the study is unread again. Provisional: only on this machine.</source>
        <translation>已撤回：檢查恢復為未閱。暫定：僅在本機有效。</translation>
    </message>
    <message>
        <source>This is the last study of the worklist.</source>
        <translation>這是工作清單中的最後一個檢查。</translation>
    </message>
    <message>
        <source>This is the first study of the worklist.</source>
        <translation>這是工作清單中的第一個檢查。</translation>
    </message>
    <message>
        <source>Study %1 of %2 in the worklist</source>
        <translation>工作清單中第 %1 個檢查，共 %2 個</translation>
    </message>
</context>
<context>
    <name>consilium::app::StudyHanging</name>
    <message>
        <source>There is no study to hang.</source>
        <translation>沒有可懸掛的檢查。</translation>
    </message>
    <message>
        <source>No hanging protocol fits this study.</source>
        <translation>沒有適合本檢查的懸掛協定。</translation>
    </message>
    <message>
        <source>The hanging protocol is no longer there.</source>
        <translation>該懸掛協定已不存在。</translation>
    </message>
    <message>
        <source>This is the first stage of “%1”.</source>
        <translation>這是「%1」的第一階段。</translation>
    </message>
    <message>
        <source>This is the last stage of “%1”.</source>
        <translation>這是「%1」的最後階段。</translation>
    </message>
    <message>
        <source>Hung by “%1”, stage %2 of %3</source>
        <translation>已依「%1」懸掛，第 %2 階段，共 %3 階段</translation>
    </message>
    <message>
        <source>view %1: %2</source>
        <translation>視圖 %1：%2</translation>
    </message>
    <message numerus="yes">
        <source>%n view(s) left empty</source>
        <translation>
            <numerusform>%n 個視圖留空</numerusform>
        </translation>
    </message>
    <message>
        <source>file %1: %2</source>
        <translation>檔案 %1：%2</translation>
    </message>
    <message>
        <source>%1; not here yet: %2</source>
        <translation>%1；尚未取得：%2</translation>
    </message>
    <message>
        <source>%1; not known whether they fit: %2</source>
        <translation>%1；無法確定是否符合要求：%2</translation>
    </message>
    <message>
        <source>%1; not known whether they have a newer one: %2</source>
        <translation>%1；無法確定以下歸檔是否有更近的檢查：%2</translation>
    </message>
    <message>
        <source>The earlier study (%1) is there now, but the hanging protocol that asked for it is not used any more. Your views stay as they are; the timeline leads to it.</source>
        <translation>既往檢查（%1）已取得，但要求該檢查的懸掛協定已不再使用。您的視圖保持不變；可從時間軸開啟該檢查。</translation>
    </message>
    <message>
        <source>The earlier study (%1) was fetched, but its images do not fit what the hanging protocol “%2” asks for. The timeline leads to it.</source>
        <translation>已取得既往檢查（%1），但其影像不符合懸掛協定「%2」的要求，可從時間軸開啟。</translation>
    </message>
    <message>
        <source>The earlier study (%1) is there now, but the hanging protocol “%2” that asked for it does not fit any more. Your views stay as they are; the timeline leads to it.</source>
        <translation>既往檢查（%1）已取得，但要求該檢查的懸掛協定「%2」已不再適用。您的視圖保持不變；可從時間軸開啟該檢查。</translation>
    </message>
    <message>
        <source>The earlier study (%1) is there now. Your views stay as they are: the hanging protocol “%2” shows it beside.</source>
        <translation>既往檢查（%1）已取得。您的視圖保持不變；執行懸掛協定「%2」即可並排顯示。</translation>
    </message>
    <message>
        <source>Hung with the earlier study (%1).</source>
        <translation>已與既往檢查（%1）一起懸掛。</translation>
    </message>
</context>
<context>
    <name>consilium::app::StudyNotices</name>
    <message>
        <source>%1: %2</source>
        <comment>of which study, what is said of it</comment>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>consilium::app::StudyPanel</name>
    <message>
        <source>Open images</source>
        <translation>開啟閱片</translation>
    </message>
    <message>
        <source>Opens the study (Enter)</source>
        <translation>開啟檢查（Enter）</translation>
    </message>
    <message>
        <source>Series %1</source>
        <translation>序列 %1</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>序列</translation>
    </message>
    <message>
        <source>The series cannot be listed. %1</source>
        <translation>無法列出序列。%1</translation>
    </message>
    <message>
        <source>Another patient&apos;s study has the same number in another archive. They are not mixed: compare name and ID before reading.</source>
        <translation>另一歸檔中有另一名病人的檢查用了同一個編號。兩者沒有合併：閱片前請核對姓名和編號。</translation>
    </message>
    <message numerus="yes">
        <source>%1 image(s)</source>
        <translation>
            <numerusform>%1 幅影像</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>consilium::app::StudyRequest</name>
    <message>
        <source>The link says the same thing twice, and differently.</source>
        <translation>連結中同一內容出現兩次且不一致。</translation>
    </message>
    <message>
        <source>The link has a time that cannot be read.</source>
        <translation>連結中的時間無法辨識。</translation>
    </message>
    <message>
        <source>The link asks for a time that ends before it begins.</source>
        <translation>連結中的時間範圍結束早於開始。</translation>
    </message>
    <message>
        <source>The link has a patient ID that cannot be one.</source>
        <translation>連結中的病歷號無效。</translation>
    </message>
    <message>
        <source>The link has a study number that cannot be one.</source>
        <translation>連結中的檢查 UID 無效。</translation>
    </message>
    <message>
        <source>The link asks for more than %1 studies.</source>
        <translation>連結要求開啟的檢查超過 %1 個。</translation>
    </message>
    <message>
        <source>The link has an accession number that cannot be one.</source>
        <translation>連結中的檢查單號無效。</translation>
    </message>
    <message>
        <source>The link asks for a number of studies that cannot be.</source>
        <translation>連結中的檢查數量無效。</translation>
    </message>
    <message>
        <source>The link names a modality that cannot be one.</source>
        <translation>連結中的設備類型無效。</translation>
    </message>
    <message>
        <source>The link asks for something that this program does not know.</source>
        <translation>連結要求的操作本程式不支援。</translation>
    </message>
    <message>
        <source>The link names no patient.</source>
        <translation>連結中沒有病歷號。</translation>
    </message>
    <message>
        <source>The link must name a study by its UID or by its accession number.</source>
        <translation>連結必須以檢查 UID 或檢查單號指明一個檢查。</translation>
    </message>
    <message>
        <source>The link is too long.</source>
        <translation>連結過長。</translation>
    </message>
    <message>
        <source>The link cannot be read.</source>
        <translation>連結無法辨識。</translation>
    </message>
    <message>
        <source>“%1” is not a Study Instance UID.</source>
        <translation>「%1」不是檢查實例 UID。</translation>
    </message>
    <message>
        <source>“%1” is not an accession number.</source>
        <translation>「%1」不是檢查單號。</translation>
    </message>
    <message>
        <source>study %1</source>
        <translation>檢查 %1</translation>
    </message>
    <message>
        <source>studies %1</source>
        <translation>檢查 %1</translation>
    </message>
    <message>
        <source>accession number %1</source>
        <translation>檢查單號 %1</translation>
    </message>
    <message>
        <source>patient ID %1</source>
        <translation>病人編號 %1</translation>
    </message>
    <message>
        <source>modality %1</source>
        <translation>設備類型 %1</translation>
    </message>
    <message>
        <source>from %1 to %2</source>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>%1 起</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>截至 %1</translation>
    </message>
    <message numerus="yes">
        <source>only the %n most recent</source>
        <translation>
            <numerusform>僅最近 %n 個</numerusform>
        </translation>
    </message>
    <message>
        <source>accession numbers %1</source>
        <translation>檢查單號 %1</translation>
    </message>
</context>
<context>
    <name>consilium::app::TabLabel</name>
    <message>
        <source>Patient ID: %1</source>
        <translation>病歷號：%1</translation>
    </message>
    <message>
        <source>Study date: %1</source>
        <translation>檢查日期：%1</translation>
    </message>
    <message>
        <source>Modality: %1</source>
        <translation>設備類型：%1</translation>
    </message>
    <message>
        <source>Description: %1</source>
        <translation>描述：%1</translation>
    </message>
    <message>
        <source>Accession number: %1</source>
        <translation>檢查單號：%1</translation>
    </message>
    <message>
        <source>ID %1</source>
        <translation>編號 %1</translation>
    </message>
</context>
<context>
    <name>consilium::app::TimelineCommands</name>
    <message>
        <source>This answer holds until the program ends: there is no encrypted store to keep it in.</source>
        <translation>此回答只保留到程式結束：沒有可用的加密儲存。</translation>
    </message>
    <message>
        <source>Choose a study in the timeline of which it is not sure whose it is.</source>
        <translation>請先在時間軸中選擇一項病人身分未確認的檢查。</translation>
    </message>
    <message>
        <source>The archives are still being asked for earlier studies.</source>
        <translation>仍在向各歸檔查詢既往檢查。</translation>
    </message>
    <message>
        <source>No earlier study is surely this patient&apos;s. The timeline shows those that perhaps are.</source>
        <translation>沒有可確認屬於該病人的既往檢查。可能屬於該病人的檢查見時間軸。</translation>
    </message>
    <message>
        <source>No earlier study of this patient is known.</source>
        <translation>未查到該病人的既往檢查。</translation>
    </message>
    <message>
        <source>There is no older study of this patient.</source>
        <translation>該病人沒有更早的檢查。</translation>
    </message>
    <message>
        <source>There is no newer study beside.</source>
        <translation>沒有更近的檢查可並排。</translation>
    </message>
    <message>
        <source>There is no such row in the timeline.</source>
        <translation>時間軸中沒有這一列。</translation>
    </message>
    <message>
        <source>This is the study that is read.</source>
        <translation>這就是目前閱片的檢查。</translation>
    </message>
    <message>
        <source>The study cannot be opened: its archive is not connected any more, or another patient&apos;s study is open under its UID.</source>
        <translation>無法開啟該檢查：其歸檔已斷開，或同一 UID 下已開啟其他病人的檢查。</translation>
    </message>
    <message>
        <source>There is no room for another view beside those that are shown. Empty one, then open the study again.</source>
        <translation>現有視圖旁已沒有空位。請先清空一個視圖，再開啟該檢查。</translation>
    </message>
</context>
<context>
    <name>consilium::app::TimelineDesk</name>
    <message>
        <source>Prior %1</source>
        <translation>既往 %1</translation>
    </message>
    <message>
        <source>Later %1</source>
        <translation>之後 %1</translation>
    </message>
    <message>
        <source>What you say about patients lasts until the program ends: it cannot be kept. %1</source>
        <translation>對病人身分的確認只能保留到程式結束，無法儲存。%1</translation>
    </message>
    <message>
        <source>You have said that this is another patient.</source>
        <translation>您已確認這是其他病人。</translation>
    </message>
    <message>
        <source>Same patient: confirmed by hand %1</source>
        <translation>同一病人：人工確認 %1</translation>
    </message>
    <message>
        <source>Perhaps another patient than %1</source>
        <translation>可能不是 %1</translation>
    </message>
    <message>
        <source>Another patient than %1</source>
        <translation>不是 %1，而是其他病人</translation>
    </message>
    <message>
        <source>These images do not say whose they are</source>
        <translation>這些影像未寫明屬於誰</translation>
    </message>
    <message>
        <source>Same patient: confirmed by hand</source>
        <translation>同一病人：人工確認</translation>
    </message>
</context>
<context>
    <name>consilium::app::TimelineModel</name>
    <message>
        <source>this study</source>
        <translation>目前檢查</translation>
    </message>
    <message>
        <source>confirmed by hand</source>
        <translation>人工確認為同一病人</translation>
    </message>
    <message>
        <source>perhaps the same patient</source>
        <translation>可能為同一病人</translation>
    </message>
    <message>
        <source>contradiction: do not compare</source>
        <translation>資訊矛盾，勿作對照</translation>
    </message>
    <message>
        <source>another patient</source>
        <translation>其他病人</translation>
    </message>
    <message>
        <source>no date</source>
        <translation>無日期</translation>
    </message>
    <message>
        <source>shown</source>
        <translation>已顯示</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
</context>
<context>
    <name>consilium::app::TimelinePanel</name>
    <message>
        <source>Timeline</source>
        <translation>檢查時間軸</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Same modality</source>
        <translation>同設備類型</translation>
    </message>
    <message>
        <source>Same region</source>
        <translation>同部位</translation>
    </message>
    <message>
        <source>Same patient</source>
        <translation>同一病人</translation>
    </message>
    <message>
        <source>Another patient</source>
        <translation>其他病人</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>重新確認</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重試</translation>
    </message>
    <message>
        <source>Denied: %1</source>
        <translation>已否認：%1</translation>
    </message>
    <message>
        <source>Asking all archives …</source>
        <translation>正在查詢各歸檔…</translation>
    </message>
    <message>
        <source>%1: studies not known. %2</source>
        <translation>%1：檢查情況未知。%2</translation>
    </message>
    <message>
        <source>%1 may have more studies.</source>
        <translation>%1 可能還有更多檢查。</translation>
    </message>
    <message>
        <source>No other study of this patient is known.</source>
        <translation>未查到該病人的其他檢查。</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n study (studies) looked through so far …</source>
        <translation>
            <numerusform>%1：已檢索 %n 項檢查…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>consilium::app::WindowSpread</name>
    <message>
        <source>There is only one monitor.</source>
        <translation>只有一台顯示器。</translation>
    </message>
    <message>
        <source>Everything is in one window already.</source>
        <translation>已全部在一個視窗中。</translation>
    </message>
    <message>
        <source>The worklist is in a window of its own.</source>
        <translation>工作清單在單獨的視窗中。</translation>
    </message>
    <message>
        <source>Put it back here</source>
        <translation>放回此處</translation>
    </message>
</context>
<context>
    <name>consilium::app::WorklistModel</name>
    <message>
        <source>Patient</source>
        <translation>病人</translation>
    </message>
    <message>
        <source>Sex, age</source>
        <translation>性別年齡</translation>
    </message>
    <message>
        <source>Accession</source>
        <translation>檢查單號</translation>
    </message>
    <message>
        <source>Type</source>
        <comment>modality</comment>
        <translation>類型</translation>
    </message>
    <message>
        <source>Study</source>
        <translation>檢查項目</translation>
    </message>
    <message>
        <source>Study time</source>
        <translation>檢查時間</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>來源</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>影像</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新</translation>
    </message>
    <message>
        <source>Another patient&apos;s study has the same number. They are not mixed.</source>
        <translation>另一名病人的檢查用了同一個編號。兩者沒有合併。</translation>
    </message>
    <message>
        <source>Patient ID</source>
        <translation>病歷號</translation>
    </message>
    <message>
        <source>Body part</source>
        <translation>部位</translation>
    </message>
    <message>
        <source>Institution</source>
        <translation>送檢醫院</translation>
    </message>
    <message>
        <source>Referring physician</source>
        <translation>申請醫師</translation>
    </message>
    <message>
        <source>%1 · not answering</source>
        <translation>%1 · 無回應</translation>
    </message>
    <message>
        <source>%1 does not answer: the study is shown as it was last listed.</source>
        <translation>%1 無回應：此檢查按最近一次所列顯示。</translation>
    </message>
    <message>
        <source>Urgent: to be read at once (STAT)</source>
        <translation>急件：需立即閱片（STAT）</translation>
    </message>
    <message>
        <source>Urgent: to be read before others (HIGH)</source>
        <translation>優先：需先於其他檢查閱片（HIGH）</translation>
    </message>
    <message>
        <source>STAT</source>
        <translation>急</translation>
    </message>
    <message>
        <source>High</source>
        <translation>優先</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>預覽</translation>
    </message>
    <message>
        <source>The name was repaired: it was written in another character set than declared. Check it.</source>
        <translation>姓名已修復：實際字元集與宣告的不一致。請核對。</translation>
    </message>
    <message>
        <source>Repaired</source>
        <translation>已修復</translation>
    </message>
    <message>
        <source>%1 · proxy fault</source>
        <translation>%1 · 代理故障</translation>
    </message>
    <message>
        <source>%1 · no list</source>
        <translation>%1 · 未給出清單</translation>
    </message>
    <message>
        <source>The proxy of this network keeps %1 from being asked: the study is shown as it was last listed.</source>
        <translation>本網路的代理伺服器使 %1 無法被詢問：此檢查按最近一次所列顯示。</translation>
    </message>
    <message>
        <source>%1 gives no list: the study is shown as it was last listed.</source>
        <translation>%1 未給出清單：此檢查按最近一次所列顯示。</translation>
    </message>
    <message>
        <source>Provisional: only on this machine. Other readers do not see what you claim or mark as read, and what they do is not seen here.</source>
        <translation>暫定：僅在本機有效。其他醫師看不到您的認領和已閱標註，這裡也看不到他們的操作。</translation>
    </message>
    <message>
        <source>Being read by me (provisional)</source>
        <translation>本人閱片中（暫定）</translation>
    </message>
    <message>
        <source>Read by me (provisional)</source>
        <translation>本人已閱（暫定）</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>未閱</translation>
    </message>
    <message>
        <source>Read state</source>
        <translation>閱片狀態</translation>
    </message>
</context>
<context>
    <name>consilium::app::WorklistPage</name>
    <message>
        <source>Load more</source>
        <translation>載入更多</translation>
    </message>
    <message>
        <source>There is no archive yet.</source>
        <translation>還沒有歸檔。</translation>
    </message>
    <message>
        <source>DICOM files and folders can also be dropped here.</source>
        <translation>也可以把 DICOM 檔案或資料夾拖到這裡。</translation>
    </message>
    <message>
        <source>Add an archive</source>
        <translation>新增歸檔</translation>
    </message>
    <message>
        <source>The archive&apos;s password is missing.</source>
        <translation>缺少歸檔的密碼。</translation>
    </message>
    <message>
        <source>The keychain of this computer does not have it.</source>
        <translation>本機鑰匙圈中沒有該密碼。</translation>
    </message>
    <message>
        <source>Enter password</source>
        <translation>輸入密碼</translation>
    </message>
    <message>
        <source>%1 gives no list of studies.</source>
        <translation>無法從「%1」取得檢查清單。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重試</translation>
    </message>
    <message>
        <source>No study matches the search.</source>
        <translation>沒有符合條件的檢查。</translation>
    </message>
    <message>
        <source>Show all studies</source>
        <translation>顯示全部檢查</translation>
    </message>
    <message>
        <source>The archive holds no studies.</source>
        <translation>歸檔中沒有檢查。</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>重新整理</translation>
    </message>
    <message numerus="yes">
        <source>%n studies shown</source>
        <translation>
            <numerusform>顯示 %n 項</numerusform>
        </translation>
    </message>
    <message>
        <source>there are more</source>
        <translation>還有更多</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>不自動更新</translation>
    </message>
    <message>
        <source>Every 30 s</source>
        <translation>每 30 秒</translation>
    </message>
    <message>
        <source>Every minute</source>
        <translation>每分鐘</translation>
    </message>
    <message>
        <source>Every 5 minutes</source>
        <translation>每 5 分鐘</translation>
    </message>
    <message>
        <source>Does not refresh itself</source>
        <translation>不自動更新</translation>
    </message>
    <message>
        <source>Refreshes every %1 s</source>
        <translation>每 %1 秒自動更新</translation>
    </message>
    <message>
        <source>Refreshes every minute</source>
        <translation>每分鐘自動更新</translation>
    </message>
    <message>
        <source>Refreshes every %1 min</source>
        <translation>每 %1 分鐘自動更新</translation>
    </message>
    <message numerus="yes">
        <source>%n not opened today</source>
        <translation>
            <numerusform>今日未開啟 %n 項</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n 項新檢查</numerusform>
        </translation>
    </message>
    <message>
        <source>The archive&apos;s token is missing.</source>
        <translation>缺少歸檔的權杖。</translation>
    </message>
    <message>
        <source>Enter token</source>
        <translation>輸入權杖</translation>
    </message>
    <message>
        <source>The keychain of this computer has no token for it.</source>
        <translation>本機鑰匙圈中沒有該權杖。</translation>
    </message>
    <message numerus="yes">
        <source>%n urgent</source>
        <translation>
            <numerusform>%n 個急件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them not opened</source>
        <translation>
            <numerusform>其中 %n 個未開啟</numerusform>
        </translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Look further</source>
        <translation>繼續查找</translation>
    </message>
    <message>
        <source>Saved searches</source>
        <translation>已存檢索</translation>
    </message>
    <message>
        <source>Remove the saved search “%1”?</source>
        <translation>刪除已儲存的檢索「%1」？</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>刪除</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>另有 %n 個</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n archive(s) give no list of studies.</source>
        <translation>
            <numerusform>%n 個歸檔沒有給出檢查清單。</numerusform>
        </translation>
    </message>
    <message>
        <source>The archives that answer hold no studies.</source>
        <translation>有回應的歸檔中沒有檢查。</translation>
    </message>
    <message numerus="yes">
        <source>%n being read by me</source>
        <translation>
            <numerusform>本人閱片中 %n 項</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n read by me</source>
        <translation>
            <numerusform>本人已閱 %n 項</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>consilium::app::WorklistView</name>
    <message>
        <source>Click to sort, drag to move, right-click to choose columns</source>
        <translation>按一下排序，拖曳移欄，右鍵選欄</translation>
    </message>
    <message>
        <source>Columns as at first</source>
        <translation>恢復預設欄</translation>
    </message>
    <message>
        <source>Urgent studies first</source>
        <translation>急件檢查置頂</translation>
    </message>
</context>
<context>
    <name>consilium::app::Workplace</name>
    <message>
        <source>The entry of %1 was damaged; the one before it is used. What was changed last may be missing.</source>
        <translation>%1 的項目已損壞，現使用先前的副本，最近一次變更可能缺失。</translation>
    </message>
    <message>
        <source>These are settings of people of this computer: start the program without --profile and sign in.</source>
        <translation>這是本機使用者的設定：請不帶 --profile 啟動程式並登入。</translation>
    </message>
    <message>
        <source>What was asked for opens when you have signed in.</source>
        <translation>登入後將開啟所請求的內容。</translation>
    </message>
    <message>
        <source>a study at %1</source>
        <translation>%1 的一個檢查</translation>
    </message>
    <message>
        <source>files at %1</source>
        <translation>%1 的檔案</translation>
    </message>
    <message numerus="yes">
        <source>%n requests to this desk had no answer yet and were dropped: %1. They were meant for the person before.</source>
        <translation>
            <numerusform>有 %n 個開啟請求尚未處理，已放棄：%1。它們是給前一位使用者的。</numerusform>
        </translation>
    </message>
    <message>
        <source>Discard them and end</source>
        <translation>捨棄並結束程式</translation>
    </message>
    <message>
        <source>Discard them and sign in</source>
        <translation>捨棄並登入</translation>
    </message>
    <message numerus="yes">
        <source>%n mark(s) of %1 are not saved.</source>
        <translation>
            <numerusform>%1 有 %n 個標記尚未儲存。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n saved object(s) of %1 are not in the archive yet.</source>
        <translation>
            <numerusform>%1 有 %n 個已儲存的物件尚未到達歸檔。</numerusform>
        </translation>
    </message>
    <message>
        <source>This computer does not keep them: they are lost unless %1 signs in and saves them.</source>
        <translation>本機不留存它們：除非 %1 登入並儲存，否則將遺失。</translation>
    </message>
    <message>
        <source>Unsaved marks</source>
        <translation>未儲存的標記</translation>
    </message>
    <message>
        <source>Go back</source>
        <translation>返回</translation>
    </message>
</context>
<context>
    <name>consilium::widgets::BandRow</name>
    <message>
        <source>Details</source>
        <translation>詳情</translation>
    </message>
</context>
<context>
    <name>consilium::widgets::Cine</name>
    <message>
        <source>as the file says</source>
        <translation>按檔案</translation>
    </message>
    <message>
        <source>not in the file</source>
        <translation>檔案未註明</translation>
    </message>
    <message>
        <source>the file&apos;s times cannot be used</source>
        <translation>檔案中的時間無法使用</translation>
    </message>
    <message>
        <source>changed by hand</source>
        <translation>已手動變更</translation>
    </message>
    <message>
        <source>%1 frames/s</source>
        <translation>%1 幀/秒</translation>
    </message>
</context>
<context>
    <name>consilium::widgets::DetailsPopup</name>
    <message>
        <source>What is wrong with these images</source>
        <translation>這些影像存在的問題</translation>
    </message>
    <message>
        <source>Technical: %1</source>
        <translation>技術資訊：%1</translation>
    </message>
    <message>
        <source>Repair log</source>
        <translation>修復記錄</translation>
    </message>
</context>
<context>
    <name>consilium::widgets::DocumentPane</name>
    <message>
        <source>This document cannot be shown.</source>
        <translation>該文件無法顯示。</translation>
    </message>
    <message>
        <source>Previous page or document</source>
        <translation>上一頁或上一份文件</translation>
    </message>
    <message>
        <source>Next page or document</source>
        <translation>下一頁或下一份文件</translation>
    </message>
    <message>
        <source>Find in this document</source>
        <translation>在文件中尋找</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>縮小</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Fetching the document …</source>
        <translation>正在取得文件…</translation>
    </message>
    <message>
        <source>This document is not in the series</source>
        <translation>該文件不在此序列中</translation>
    </message>
    <message>
        <source>Identity not confirmed: this may be another patient&apos;s document. %1</source>
        <translation>身分未確認：這可能是其他病人的文件。%1</translation>
    </message>
    <message>
        <source>document %1 / %2</source>
        <translation>文件 %1 / %2</translation>
    </message>
    <message>
        <source>page %1 / %2</source>
        <translation>第 %1 / %2 頁</translation>
    </message>
    <message>
        <source>series %1</source>
        <translation>序列 %1</translation>
    </message>
    <message>
        <source>image %1 / %2</source>
        <translation>影像 %1 / %2</translation>
    </message>
    <message>
        <source>What the document refers to is not in this study, or cannot be shown.</source>
        <translation>文件所引用的物件不在本次檢查中，或無法顯示。</translation>
    </message>
</context>
<context>
    <name>consilium::widgets::GridPane</name>
    <message>
        <source>No view of the layout lies on this monitor: choose a layout with more columns.</source>
        <translation>目前的版面在這台顯示器上沒有視圖：請選擇欄數更多的版面。</translation>
    </message>
</context>
<context>
    <name>consilium::widgets::HistogramChart</name>
    <message>
        <source>Value</source>
        <translation>數值</translation>
    </message>
    <message>
        <source>Value, %1</source>
        <translation>數值（%1）</translation>
    </message>
</context>
<context>
    <name>consilium::widgets::HistogramWindow</name>
    <message>
        <source>mean %1 · SD %2 · %3 pixels</source>
        <translation>平均 %1 · 標準差 %2 · %3 像素</translation>
    </message>
    <message>
        <source>%1 pixels without a value left out</source>
        <translation>已排除 %1 個無值像素</translation>
    </message>
    <message>
        <source>Histogram</source>
        <translation>直方圖</translation>
    </message>
    <message>
        <source>Copy as table (CSV)</source>
        <translation>複製為表格（CSV）</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
</context>
<context>
    <name>consilium::widgets::LayoutPicker</name>
    <message>
        <source>Choose a layout</source>
        <translation>選擇版面配置</translation>
    </message>
    <message>
        <source>%1 × %2 views</source>
        <translation>%1 × %2 個檢視</translation>
    </message>
</context>
<context>
    <name>consilium::widgets::MarkModel</name>
    <message>
        <source>Series %1, image %2</source>
        <translation>序列 %1，影像 %2</translation>
    </message>
    <message>
        <source>Image %1</source>
        <translation>影像 %1</translation>
    </message>
    <message>
        <source>yours</source>
        <translation>本人</translation>
    </message>
    <message>
        <source>yours, not saved</source>
        <translation>本人，未儲存</translation>
    </message>
    <message>
        <source>yours, changed, not saved</source>
        <translation>本人，已修改，未儲存</translation>
    </message>
    <message>
        <source>yours, saved</source>
        <translation>本人，已儲存</translation>
    </message>
    <message>
        <source>yours, saved %1</source>
        <translation>本人，已儲存於 %1</translation>
    </message>
    <message>
        <source>yours, saved, waiting to be sent</source>
        <translation>本人，已儲存，待傳送</translation>
    </message>
    <message>
        <source>layer %1</source>
        <translation>圖層：%1</translation>
    </message>
    <message>
        <source>measured with reservations: the data are incomplete or unevenly spaced, or it reaches beyond them</source>
        <translation>謹慎採用：資料不完整或層距不均，或測量超出資料範圍</translation>
    </message>
    <message>
        <source>study without a date</source>
        <translation>無日期的檢查</translation>
    </message>
    <message>
        <source>layer %1, hidden</source>
        <extracomment>%1: what a presentation state calls one of its layers</extracomment>
        <translation>圖層：%1，已隱藏</translation>
    </message>
</context>
<context>
    <name>consilium::widgets::MarkPanel</name>
    <message>
        <source>Marks</source>
        <translation>標記</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Nothing has been marked in this study.</source>
        <translation>此檢查中還沒有標記。</translation>
    </message>
    <message>
        <source>Histogram</source>
        <translation>直方圖</translation>
    </message>
</context>
<context>
    <name>consilium::widgets::MarkTextEntry</name>
    <message>
        <source>Text of the mark</source>
        <translation>標記文字</translation>
    </message>
    <message>
        <source>Enter keeps it, Esc leaves it</source>
        <translation>Enter 儲存，Esc 放棄</translation>
    </message>
    <message>
        <source>That is no length: a number between 0.01 mm and 10 m.</source>
        <translation>這不是長度：請輸入 0.01 mm 至 10 m 之間的數值。</translation>
    </message>
</context>
<context>
    <name>consilium::widgets::PdfView</name>
    <message>
        <source>Drawing the page …</source>
        <translation>正在繪製頁面…</translation>
    </message>
    <message>
        <source>This document holds a form that asks the program to draw what was filled in. Some of it may be missing here.</source>
        <translation>此文件含有表單，填寫的內容需要由程式繪製。此處可能有遺漏。</translation>
    </message>
</context>
<context>
    <name>consilium::widgets::PriorReports</name>
    <message>
        <source>Prior reports</source>
        <translation>既往報告</translation>
    </message>
    <message>
        <source>Looking for prior reports …</source>
        <translation>正在尋找既往報告…</translation>
    </message>
    <message>
        <source>Prior reports are not known. %1</source>
        <translation>既往報告未知。%1</translation>
    </message>
    <message>
        <source>There may be more.</source>
        <translation>可能還有更多。</translation>
    </message>
    <message>
        <source>Identity not confirmed</source>
        <translation>身分未確認</translation>
    </message>
</context>
<context>
    <name>consilium::widgets::RadialMenu</name>
    <message>
        <source>Tools in a circle</source>
        <translation>環形工具選單</translation>
    </message>
</context>
<context>
    <name>consilium::widgets::RepairLogPanel</name>
    <message>
        <source>Repair log</source>
        <translation>修復記錄</translation>
    </message>
    <message>
        <source>This image</source>
        <translation>本影像</translation>
    </message>
    <message>
        <source>This series</source>
        <translation>本序列</translation>
    </message>
    <message>
        <source>The whole study</source>
        <translation>整個檢查</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>複製為文字</translation>
    </message>
    <message>
        <source>Without the patient&apos;s data and without names of files</source>
        <translation>不含病人資訊和檔案名稱</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>級別</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>發現的問題</translation>
    </message>
    <message>
        <source>What was done or follows</source>
        <translation>處理或後果</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>序列</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>影像</translation>
    </message>
    <message>
        <source>Nothing had to be repaired here.</source>
        <translation>此處沒有需要修復的內容。</translation>
    </message>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%n 條</numerusform>
        </translation>
    </message>
    <message>
        <source>as a whole</source>
        <translation>整體</translation>
    </message>
    <message>
        <source>Slice %1</source>
        <translation>第 %1 層</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>另有 %n 個</numerusform>
        </translation>
    </message>
    <message>
        <source>Technical: %1</source>
        <translation>技術資訊：%1</translation>
    </message>
</context>
<context>
    <name>consilium::widgets::ReportView</name>
    <message>
        <source>Find in this document</source>
        <translation>在文件中尋找</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>上一個</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一個</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>找不到</translation>
    </message>
</context>
<context>
    <name>consilium::widgets::SegmentPanel</name>
    <message>
        <source>Segmentation</source>
        <translation>分割</translation>
    </message>
    <message>
        <source>Structure set</source>
        <translation>結構集</translation>
    </message>
    <message>
        <source>Nothing of it lies on the images of this view.</source>
        <translation>其內容均不在此檢視的影像上。</translation>
    </message>
    <message numerus="yes">
        <source>%n part(s) of it could not be read and are missing.</source>
        <translation>
            <numerusform>其中 %n 個部分無法讀取，未顯示。</numerusform>
        </translation>
    </message>
    <message>
        <source>Segment %1</source>
        <translation>分割 %1</translation>
    </message>
    <message>
        <source>Drawn by a program</source>
        <translation>由程式自動勾畫</translation>
    </message>
    <message>
        <source>Drawn with the help of a program</source>
        <translation>由程式輔助勾畫</translation>
    </message>
    <message>
        <source>Drawn by hand</source>
        <translation>手動勾畫</translation>
    </message>
    <message>
        <source>Loading: %1</source>
        <translation>正在載入：%1</translation>
    </message>
    <message>
        <source>No image of this study lies where these outlines were drawn.</source>
        <translation>本檢查中沒有影像位於這些輪廓所在的平面。</translation>
    </message>
    <message>
        <source>Outlines over the images</source>
        <translation>影像上的輪廓</translation>
    </message>
    <message>
        <source>Opacity</source>
        <translation>不透明度</translation>
    </message>
    <message>
        <source>%1 (slices: %2)</source>
        <translation>%1（層：%2）</translation>
    </message>
    <message>
        <source>share of the pixel</source>
        <translation>像素佔比</translation>
    </message>
    <message>
        <source>probability</source>
        <translation>機率</translation>
    </message>
    <message>
        <source>fraction of unknown meaning</source>
        <translation>意義不明的分數值</translation>
    </message>
    <message>
        <source>%1: a denser area means more; the outline and what counts as inside begin at one half</source>
        <translation>%1：顏色越濃，數值越大；輪廓及判為區域內均以一半為界</translation>
    </message>
</context>
<context>
    <name>consilium::widgets::SeriesCardDelegate</name>
    <message>
        <source>Retry</source>
        <translation>重試</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>排隊中</translation>
    </message>
    <message>
        <source>Cannot be shown</source>
        <translation>無法顯示</translation>
    </message>
    <message>
        <source>incomplete</source>
        <translation>不完整</translation>
    </message>
</context>
<context>
    <name>consilium::widgets::SeriesModel</name>
    <message>
        <source>Series without name</source>
        <translation>未命名序列</translation>
    </message>
    <message>
        <source>Series %1</source>
        <translation>序列 %1</translation>
    </message>
    <message>
        <source>No image of this series could be read</source>
        <translation>此序列的影像均無法讀取</translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) could not be read</source>
        <translation>
            <numerusform>%n 張影像無法讀取</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s)</source>
        <translation>
            <numerusform>%n 份文件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n key image(s)</source>
        <translation>
            <numerusform>%n 幅關鍵影像</numerusform>
        </translation>
    </message>
    <message>
        <source>Structure set</source>
        <translation>結構集</translation>
    </message>
    <message numerus="yes">
        <source>%n outline(s)</source>
        <translation>
            <numerusform>%n 個輪廓</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n part(s) of it could not be read and are missing</source>
        <translation>
            <numerusform>其中 %n 個部分無法讀取，未顯示</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Parts of %n image(s) are missing</source>
        <translation>
            <numerusform>%n 幅影像有部分缺失</numerusform>
        </translation>
    </message>
    <message>
        <source>Segmentation</source>
        <translation>分割</translation>
    </message>
</context>
<context>
    <name>consilium::widgets::SeriesStrip</name>
    <message>
        <source>Series</source>
        <translation>序列</translation>
    </message>
    <message>
        <source>No image of this study lies where these outlines were drawn.</source>
        <translation>本檢查中沒有影像位於這些輪廓所在的平面。</translation>
    </message>
    <message>
        <source>Outlines that cannot be shown: %1</source>
        <translation>輪廓無法顯示：%1</translation>
    </message>
    <message>
        <source>These outlines are on their way.</source>
        <translation>這些輪廓正在載入。</translation>
    </message>
</context>
<context>
    <name>consilium::widgets::StudyInfoPanel</name>
    <message>
        <source>not calibrated</source>
        <translation>未校準</translation>
    </message>
    <message>
        <source>in the patient</source>
        <translation>病人體內尺寸</translation>
    </message>
    <message>
        <source>calibrated</source>
        <translation>已校準</translation>
    </message>
    <message>
        <source>at the detector</source>
        <translation>偵測器平面</translation>
    </message>
    <message>
        <source>corrected for magnification</source>
        <translation>已校正放大率</translation>
    </message>
    <message>
        <source>ultrasound region</source>
        <translation>超音波區域</translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>病人</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Patient ID</source>
        <translation>病歷號</translation>
    </message>
    <message>
        <source>Sex, age</source>
        <translation>性別年齡</translation>
    </message>
    <message>
        <source>Born</source>
        <translation>出生日期</translation>
    </message>
    <message>
        <source>Study</source>
        <translation>檢查</translation>
    </message>
    <message>
        <source>Exam</source>
        <translation>檢查項目</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>檢查時間</translation>
    </message>
    <message>
        <source>Accession</source>
        <translation>檢查單號</translation>
    </message>
    <message>
        <source>Institution</source>
        <translation>機構</translation>
    </message>
    <message>
        <source>Referred by</source>
        <translation>申請醫師</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>序列</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>序列號</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>描述</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>分組</translation>
    </message>
    <message>
        <source>Modality</source>
        <translation>設備類型</translation>
    </message>
    <message>
        <source>Body part</source>
        <translation>部位</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>影像數</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>影像</translation>
    </message>
    <message>
        <source>Matrix</source>
        <translation>矩陣</translation>
    </message>
    <message>
        <source>Pixel spacing</source>
        <translation>像素間距</translation>
    </message>
    <message>
        <source>Thickness</source>
        <translation>層厚</translation>
    </message>
    <message>
        <source>Instance</source>
        <translation>影像號</translation>
    </message>
    <message>
        <source>Study info</source>
        <translation>檢查資訊</translation>
    </message>
    <message>
        <source>%1 columns × %2 rows</source>
        <translation>%1 欄 × %2 列</translation>
    </message>
    <message>
        <source>%1 mm between columns × %2 mm between rows</source>
        <translation>欄間 %1 mm × 列間 %2 mm</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>申請單</translation>
    </message>
    <message>
        <source>Procedure</source>
        <translation>檢查項目</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>檢查原因</translation>
    </message>
    <message>
        <source>Diagnoses</source>
        <translation>入院診斷</translation>
    </message>
    <message>
        <source>History</source>
        <translation>病史</translation>
    </message>
    <message>
        <source>Alerts</source>
        <translation>警示</translation>
    </message>
    <message>
        <source>Allergies</source>
        <translation>過敏</translation>
    </message>
    <message>
        <source>Pregnancy</source>
        <translation>妊娠</translation>
    </message>
    <message>
        <source>Requested by</source>
        <translation>申請醫師</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>申請科室</translation>
    </message>
    <message>
        <source>Location</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Request ID</source>
        <translation>申請號</translation>
    </message>
    <message>
        <source>Admission ID</source>
        <translation>住院號</translation>
    </message>
    <message>
        <source>Comments</source>
        <translation>說明</translation>
    </message>
    <message>
        <source>as written in the file, plane not known</source>
        <translation>按檔案所寫，平面不明</translation>
    </message>
    <message>
        <source>on the scanned film</source>
        <translation>掃描膠片上</translation>
    </message>
    <message>
        <source>calibrated by hand</source>
        <translation>手動校準</translation>
    </message>
</context>
<context>
    <name>consilium::widgets::ToolBar</name>
    <message>
        <source>Scroll</source>
        <translation>捲動影像</translation>
    </message>
    <message>
        <source>Window level</source>
        <translation>窗寬窗位</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>縮放</translation>
    </message>
    <message>
        <source>Pan</source>
        <translation>平移</translation>
    </message>
    <message>
        <source>Rotate freely</source>
        <translation>自由旋轉</translation>
    </message>
    <message>
        <source>Probe value</source>
        <translation>像素值探針</translation>
    </message>
    <message>
        <source>Rotate left 90°</source>
        <translation>左轉 90°</translation>
    </message>
    <message>
        <source>Rotate right 90°</source>
        <translation>右轉 90°</translation>
    </message>
    <message>
        <source>Mirror left-right</source>
        <translation>左右鏡像</translation>
    </message>
    <message>
        <source>Mirror top-bottom</source>
        <translation>上下鏡像</translation>
    </message>
    <message>
        <source>Invert greys</source>
        <translation>灰階反轉</translation>
    </message>
    <message>
        <source>One view</source>
        <translation>單一視窗</translation>
    </message>
    <message>
        <source>Four views</source>
        <translation>四個視窗</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>復原</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>取消復原</translation>
    </message>
    <message>
        <source>Fit to view</source>
        <translation>符合視窗</translation>
    </message>
    <message>
        <source>Reset view</source>
        <translation>重設</translation>
    </message>
    <message>
        <source>Text over images</source>
        <translation>影像疊加文字</translation>
    </message>
    <message>
        <source>Panels</source>
        <translation>面板</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>全螢幕</translation>
    </message>
    <message>
        <source>left drag</source>
        <translation>左鍵拖曳</translation>
    </message>
    <message>
        <source>right drag</source>
        <translation>右鍵拖曳</translation>
    </message>
    <message>
        <source>middle drag</source>
        <translation>中鍵拖曳</translation>
    </message>
    <message>
        <source>wheel</source>
        <translation>滾輪</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>版面配置</translation>
    </message>
    <message>
        <source>Play the stack</source>
        <translation>播放序列</translation>
    </message>
    <message>
        <source>Scroll views together</source>
        <translation>連動捲動</translation>
    </message>
    <message>
        <source>Reference lines</source>
        <translation>定位線</translation>
    </message>
    <message>
        <source>Hold, or click its corner, for others</source>
        <translation>按住或點選左下角選擇其他</translation>
    </message>
    <message>
        <source>3D cursor</source>
        <translation>3D 游標</translation>
    </message>
</context>
<context>
    <name>consilium::widgets::ViewportWidget</name>
    <message>
        <source>Series %1</source>
        <translation>序列 %1</translation>
    </message>
    <message>
        <source>Choose a series on the left, or drag one here</source>
        <translation>在左側選擇序列，或將序列拖曳到此處</translation>
    </message>
    <message>
        <source>No image of this series lies in the plane asked for</source>
        <translation>此序列中沒有位於所要求平面的影像</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>載入中</translation>
    </message>
    <message>
        <source>Loading: %1</source>
        <translation>載入中：%1</translation>
    </message>
    <message>
        <source>Magnifier %1×</source>
        <translation>放大鏡 %1×</translation>
    </message>
    <message>
        <source>No image of this study lies where these outlines were drawn.</source>
        <translation>本檢查中沒有影像位於這些輪廓所在的平面。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重試</translation>
    </message>
    <message>
        <source>Waiting for %1 s</source>
        <translation>已等待 %1 秒</translation>
    </message>
    <message>
        <source>Drag a series here</source>
        <translation>將序列拖曳到此處</translation>
    </message>
    <message>
        <source>No image is shown here.</source>
        <translation>此處沒有影像。</translation>
    </message>
    <message>
        <source>The copied mark is another patient&apos;s.</source>
        <translation>複製的標記屬於另一位病人。</translation>
    </message>
    <message>
        <source>The copied mark is of another study.</source>
        <translation>複製的標記屬於另一項檢查。</translation>
    </message>
    <message>
        <source>One of the two images does not say where it lies in the patient.</source>
        <translation>兩幅影像之一沒有病人空間位置資訊。</translation>
    </message>
    <message>
        <source>The copied mark lies in another frame of reference.</source>
        <translation>複製的標記位於不同的參考座標系。</translation>
    </message>
    <message>
        <source>The image is not parallel to the one that the mark was copied from.</source>
        <translation>此影像與標記的原影像不平行。</translation>
    </message>
    <message>
        <source>The copied mark would lie beside this image.</source>
        <translation>複製的標記會落在此影像之外。</translation>
    </message>
    <message>
        <source>The mark was not finished and is gone: it belonged to the other image.</source>
        <translation>未完成的標記已取消：它屬於先前的影像。</translation>
    </message>
    <message>
        <source>Marks are hidden with the text over images, and come back with it.</source>
        <translation>標記已隨影像文字一起隱藏，重新顯示文字時會恢復。</translation>
    </message>
    <message>
        <source>How long is it? In mm, or with &quot;cm&quot;</source>
        <translation>實際長度？單位 mm，或註明 cm</translation>
    </message>
    <message>
        <source>The copied line calibrates its own image only: draw it anew on this one.</source>
        <translation>複製的線只對其原影像校準：請在此影像上重新畫線。</translation>
    </message>
</context>
<context>
    <name>consilium::widgets::WaveformView</name>
    <message>
        <source>Recording</source>
        <translation>記錄</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>版面</translation>
    </message>
    <message>
        <source>Paper speed</source>
        <translation>走紙速度</translation>
    </message>
    <message>
        <source>Gain</source>
        <translation>增益</translation>
    </message>
    <message>
        <source>Recording %1</source>
        <translation>記錄 %1</translation>
    </message>
    <message>
        <source>%1 mm/s</source>
        <translation>%1 mm/s</translation>
    </message>
    <message>
        <source>%1 mm/mV</source>
        <translation>%1 mm/mV</translation>
    </message>
    <message>
        <source>%1 Hz</source>
        <translation>%1 Hz</translation>
    </message>
    <message>
        <source>true millimetres</source>
        <translation>真實毫米</translation>
    </message>
    <message>
        <source>squares of 1 mm, not true to size on this monitor</source>
        <translation>小格為 1 mm，在此顯示器上非實際尺寸</translation>
    </message>
    <message>
        <source>filters not recorded</source>
        <translation>未記錄濾波</translation>
    </message>
    <message>
        <source>filter %1–%2 Hz</source>
        <translation>濾波 %1–%2 Hz</translation>
    </message>
    <message>
        <source>notch %1 Hz</source>
        <translation>陷波 %1 Hz</translation>
    </message>
    <message>
        <source>not calibrated</source>
        <translation>未校準</translation>
    </message>
</context>
<context>
    <name>consilium::widgets::WindowEntry</name>
    <message>
        <source>Two numbers are needed: centre and width, as in 40 400.</source>
        <translation>需要兩個數：窗位和窗寬，例如 40 400。</translation>
    </message>
    <message>
        <source>The width must be more than 0.</source>
        <translation>窗寬必須大於 0。</translation>
    </message>
    <message>
        <source>These numbers are too large.</source>
        <translation>數值過大。</translation>
    </message>
    <message>
        <source>Window: centre and width</source>
        <translation>窗位與窗寬</translation>
    </message>
    <message>
        <source>For example 40 400, or W 400 L 40</source>
        <translation>例如 40 400，或 W 400 L 40</translation>
    </message>
</context>
<context>
    <name>consilium::widgets::WindowPresetPanel</name>
    <message>
        <source>Window presets</source>
        <translation>窗寬窗位</translation>
    </message>
    <message>
        <source>Only for images in Hounsfield units</source>
        <translation>僅適用於 HU 值影像</translation>
    </message>
</context>
</TS>
